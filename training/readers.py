"""Hands the data to spaCy's trainer: one sentence is one document."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from training.conllu import Document, Sentence
from training.ecbplus import from_ecbplus
from training.names import Labelled, from_columns, from_gum
from training.treebanks import ewt, gum

__all__ = ["labelled", "names", "sentences", "treebanks"]

_Reader = Callable[[Language], Iterator[Example]]
_WIKIGOLD = Path("ner_small/data/wikigold/CONLL-format/data/wikigold.conll.txt")
_WNUT = Path("ner_small/data/WNUT17/CONLL-format/data/train/wnut17train.conll")
# How often a training sentence is shown in capitals throughout, and how often without any.
_RECASED = 0.04


@registry.readers("newstemma.treebanks.v1")  # type: ignore[untyped-decorator]
def treebanks(data: str, part: str) -> _Reader:
    """Trees of EWT and of GUM's open genres; `part` is `train` (both) or `dev` (EWT's alone)."""
    found = [*ewt(Path(data), part), *(gum(Path(data), part) if part == "train" else ())]
    return _recased(list(sentences(found)), part == "train")


@registry.readers("newstemma.names.v1")  # type: ignore[untyped-decorator]
def names(data: str, part: str) -> _Reader:
    """Sentences with names; `part` is `train` (GUM, wikigold, WNUT 2017, ECB+) or `dev` (GUM)."""
    return _recased(list(labelled(Path(data), part)), part == "train")


def sentences(documents: Iterable[Document]) -> Iterator[Sentence]:
    """The sentences of all documents, in order."""
    return (sentence for document in documents for sentence in document.sentences)


def labelled(data: Path, part: str) -> Iterator[Labelled]:
    """The sentences with names of a part."""
    yield from from_gum(gum(data, part))
    if part == "train":
        yield from from_columns(data / _WIKIGOLD)
        yield from from_columns(data / _WNUT)
        yield from from_ecbplus(data / "ecbplus" / "ecbplus.jsonl")


def _recased(found: list[Sentence] | list[Labelled], is_training: bool) -> _Reader:
    """A reader that shows the sentences in order, some of them in another case in training."""
    chance = random.Random(0)

    def read(nlp: Language) -> Iterator[Example]:
        for sentence in found:
            draw = chance.random() if is_training else 1.0
            change = str.upper if draw < _RECASED else str.lower if draw < 2 * _RECASED else str
            gold = (
                _tree(nlp, sentence, change)
                if isinstance(sentence, Sentence)
                else _named(nlp, sentence, change)
            )
            plain = Doc(
                nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold]
            )
            yield Example(plain, gold)

    return read


def _tree(nlp: Language, sentence: Sentence, change: Callable[[str], str]) -> Doc:
    tokens = sentence.tokens
    return Doc(
        nlp.vocab,
        words=[change(t.form) for t in tokens],
        spaces=[t.space_after for t in tokens],
        tags=[t.xpos for t in tokens],
        pos=[t.upos for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[t.head for t in tokens],
        deps=["ROOT" if t.deprel == "root" else t.deprel for t in tokens],
    )


def _named(nlp: Language, sentence: Labelled, change: Callable[[str], str]) -> Doc:
    doc = Doc(
        nlp.vocab, words=[change(form) for form in sentence.forms], spaces=list(sentence.spaces)
    )
    doc.set_ents([Span(doc, first, end, label=kind) for first, end, kind in sentence.names])
    return doc
