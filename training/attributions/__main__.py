"""Trains the tagger on PolNeAR's train split and scores it.

    python -m training.attributions [--data DIR] [--features rich|plain] [--json]

A linear-chain CRF over paragraphs (python-crfsuite, averaged perceptron). `rich` features are
words, the parse, and the tags that the rules give; `plain` ones words alone. Prints `tagger.*_f1`
in the terms of `bench.language.attributions`. The trained weights go to a temporary file.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from bench.figures import missing, options, show
from bench.language.attributions import Read, gold, labelled, split_of
from bench.language.spans import ROLES, Labelled, Ruler, exact_counts, f1

from bench import quotations as quoted
from newstemma.text.parse import Parser, load
from training.attributions.features import Views, bio, plain_features, rich_features

__all__ = ["figures", "main"]

_Features = Callable[[Views, range, int], list[str]]

_WAYS: dict[str, _Features] = {"plain": plain_features, "rich": rich_features}
_ROUNDS = 20  # where the F1 on a tenth of train, held out, stopped rising


@dataclass(frozen=True, slots=True)
class _Sample:
    """A paragraph's features, with the tags that are wanted."""

    tokens: range
    features: list[list[str]]
    tags: list[str]


def main() -> int:
    """Print the figures; 0 where the recipe ran or the set is missing."""
    parser = options(__doc__ or "")
    parser.add_argument("--features", choices=sorted(_WAYS), default="rich")
    parser.add_argument("--json", action="store_true", help="one flat object of numbers")
    chosen = parser.parse_args()
    show(figures(chosen.data, way=chosen.features), as_json=chosen.json)
    return 0


def figures(data: Path, parser: Parser | None = None, *, way: str = "rich") -> dict[str, float]:
    """`tagger.source_f1` and its like, trained on train, scored on test where there is one."""
    folder = data / "polnear"
    if not (folder / "train").is_dir():
        missing(folder / "train")
        return {}
    parser = parser or load()
    with tempfile.TemporaryDirectory() as home:
        weights = str(Path(home) / "weights")
        _train(folder / "train", parser, _WAYS[way], weights)
        counts = _score(folder / split_of(data), parser, _WAYS[way], weights)
    return {f"tagger.{role}_f1": f1(counts, role) for role in ROLES}


def _train(folder: Path, parser: Parser, features: _Features, weights: str) -> None:
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": _ROUNDS, "feature.minfreq": 2})
    for document in quoted.documents(folder):
        for sample in _samples(document, parser, features):
            trainer.append(sample.features, sample.tags)
    trainer.train(weights)


def _score(folder: Path, parser: Parser, features: _Features, weights: str) -> Counter[str]:
    tagger, counts = pycrfsuite.Tagger(), Counter[str]()
    tagger.open(weights)
    for document in quoted.documents(folder):
        wanted = gold(document, Ruler(document.text))
        found = [
            label
            for sample in _samples(document, parser, features)
            for label in _decoded(tagger.tag(sample.features), sample.tokens.start)
        ]
        counts += exact_counts(wanted, found)
    return counts


def _samples(document: quoted.Document, parser: Parser, features: _Features) -> Iterator[_Sample]:
    ruler = Ruler(document.text)
    read = Read.of(document.text, parser)
    ruled = bio(len(ruler.tokens), sorted(labelled(ruler, read.parts())))
    views = Views(document.text, ruler, read.parse, ruled)
    tags = bio(len(ruler.tokens), sorted(gold(document, ruler)))
    for tokens in ruler.paragraphs():
        if len(tokens):
            seen = [features(views, tokens, at) for at in tokens]
            yield _Sample(tokens, seen, tags[tokens.start : tokens.stop])


def _decoded(tags: Sequence[str], offset: int) -> Iterator[Labelled]:
    start, role = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if role and tag != f"I-{role}":
            yield Labelled(offset + start, offset + at, role)
            role = ""
        if tag.startswith("B-"):
            start, role = at, tag[2:]


if __name__ == "__main__":
    sys.exit(main())
