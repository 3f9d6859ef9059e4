"""Invented data laid out as the benchmark data: texts of words that mean nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

__all__ = ["data_folder", "prose"]

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


def prose(seed: int, *, words: int = 300) -> str:
    """So many words in sentences of twelve; two seeds share no sentence."""
    dice = Random(seed)

    def word() -> str:
        pairs = range(dice.randint(1, 3))
        return "".join(dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in pairs)

    made = [word() for _ in range(words)]
    sentences = [made[at : at + 12] for at in range(0, words, 12)]
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)


def data_folder(folder: Path, *, polnear: Sequence[tuple[str, str]] = ()) -> Path:
    """A folder with two families, forty reports of four outlets and the given texts."""
    for number in range(40):
        name = f"outlet{number % 4}_2024-05-{number:02}_x"
        _text(folder / "polnear" / "dev" / "text" / f"{name}.txt", prose(number))
    for name, text in polnear:
        _text(folder / "polnear" / "train" / "text" / f"{name}.txt", text)
    for way in ("paraphrase_generation", "information_manipulation_Kind"):
        rows = [
            {"news_id": n, "source_text": prose(100 + n), "llm_text": prose(100 + n, words=60)}
            for n in range(2)
        ]
        lines = "\n".join(map(json.dumps, rows))
        _text(folder / "rewrites" / f"my_news_{way}.jsonl", lines)
    return folder


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
