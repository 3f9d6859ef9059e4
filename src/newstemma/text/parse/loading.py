"""Loads the pipeline that the package ships, or any other that is installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newstemma.errors import InputMissing
from newstemma.text.parse.parser import Parser

__all__ = ["load"]

_SHIPPED = Path(__file__).with_name("model")


@cache
def load(name: str | None = None) -> Parser:
    """The pipeline called `name`, an installed spaCy pipeline or a folder; by default our own.

    Raises `InputMissing` where there is no such pipeline, or where it does not parse. A pipeline
    is loaded once.
    """
    import spacy
    from thinc.api import use_ops

    from newstemma.text.parse import biaffine, component, encoder, lemmas  # noqa: F401  # known by import

    try:
        with use_ops("numpy", use_blis=False):  # NumPy multiplies three times as fast as BLIS here
            nlp = spacy.load(name or _SHIPPED)
    except OSError as error:
        raise InputMissing(f"no spaCy pipeline called {name} is installed") from error
    if missing := {"tagger", "parser"} - set(nlp.pipe_names):
        raise InputMissing(f"the pipeline {name} has no {' and no '.join(sorted(missing))}")
    return Parser(nlp)
