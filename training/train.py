"""Trains the shipped pipeline from openly licensed data and writes it where the package loads it.

    python -m training [--data DIR] [--out DIR]

Tags and trees first (`parse.cfg`), in two rounds, then names on the same vectors (`names.cfg`).
Lemmas are counted, not trained. One core; about three quarters of an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

import newstemma.text.parse
from newstemma.text.parse import biaffine, component, encoder  # noqa: F401  # known by import
from newstemma.text.parse.lemmas import Lemmas
from training.card import META, write_card
from training.readers import treebanks

__all__ = ["assembled", "main", "write"]

_Settings = dict[str, str | int | float]
# A second round with the learning rate set back (Loshchilov and Hutter 2017).
_AGAIN: _Settings = {
    "training.max_steps": 5000,
    "training.optimizer.learn_rate.initial_rate": 0.001,
    "system.seed": 2,
}
_HERE = Path(__file__).parent
_SHIPPED = Path(newstemma.text.parse.__file__).parent / "model"


def main() -> None:
    """Trains, puts the parts together, scores them and writes the card."""
    chosen = _options()
    set_current_ops(NumpyOps(use_blis=False))  # three times as fast here as thinc's default
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        data: _Settings = {"paths.data": str(chosen.data)}
        parse = _train(work / "parse", "parse.cfg", data)
        parse = _train(work / "again", "parse.cfg", {**data, **_AGAIN}, start=parse)
        names = _train(work / "names", "names.cfg", {**data, "paths.parse": str(parse)})
        nlp = assembled(parse, names, chosen.data)
    write(nlp, chosen.out)
    write_card(chosen.out, chosen.data)


def _options() -> argparse.Namespace:
    home = Path(os.environ.get("NEWSTEMMA_DATA", "../shared"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=home / "data", metavar="DIR")
    parser.add_argument("--out", type=Path, default=_SHIPPED, metavar="DIR")
    return parser.parse_args()


def _train(out: Path, config: str, settings: _Settings, *, start: Path | None = None) -> Path:
    """Trains by a configuration, from the weights in `start`; the folder of the best pipeline."""
    out.mkdir()
    nlp = init_nlp(load_config(_HERE / config, overrides=settings))
    if start:
        nlp.from_disk(start)
    train(nlp, out)
    return out / "model-best"


def assembled(parse: Path, names: Path, data: Path) -> Language:
    """Tagger and parser, lemmas counted in the treebanks, and names, as one pipeline."""
    nlp = spacy.load(parse)
    lemmas = cast(Lemmas, nlp.add_pipe("lemma_rules", name="lemmatizer"))
    examples = list(treebanks(str(data), "train")(nlp))
    lemmas.initialize(lambda: examples)
    nlp.add_pipe("ner", source=spacy.load(names))
    return nlp


def write(nlp: Language, out: Path) -> None:
    """Writes the pipeline, without the words and the folders that it met in training."""
    nlp.meta.update(META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(out)
    labels = {label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    strings = sorted({*labels, *(f"{mark}-{label}" for label in labels for mark in "BILU")})
    (out / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
