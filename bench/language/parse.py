"""Scores tags, trees and lemmas on treebanks.

    python -m bench.language.parse [--data DIR] [--json]

With gold tokens and gold sentences, on English EWT (its test part where it is there, else dev):
`tags.upos` is the share of words with the right universal tag, `parse.las` the labelled
attachment score as the CoNLL 2018 shared task defines it (all words, punctuation too; relations
without their subtypes), `parse.las_subtypes` the same with them, `parse.uas` heads alone. `_gum`
figures are for GUM's dev documents in the genres that the pipeline may learn from. `parse.las_raw`
starts from raw text: F1 over words that are cut alike, with sentences and tokens cut by us.

The baselines know what is commonest for each word in EWT's training part: its tags and its lemma,
its relation and how far off its head stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.conllu import Document
from training.treebanks import ewt, gum

from bench.figures import arguments, missing, share, show
from bench.language.texts import Text, cut
from newstemma.text.parse import Parse, Parser, load

__all__ = ["main", "measure"]


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path, parser: Parser | None = None) -> dict[str, float]:
    """Every figure with its baseline; those of a missing treebank are left out."""
    parser = parser or load()
    known = _Commonest(ewt(data, "train"))
    found: dict[str, float] = {}
    for documents, suffix in (
        (ewt(data, "test") or ewt(data, "dev"), ""),
        (gum(data, "dev"), "_gum"),
    ):
        if not documents:
            missing(data / ("gum" if suffix else "ud_ewt"))
            continue
        texts = [Text.of(document) for document in documents]
        found |= _scores([_answers(text, parser) for text in texts], suffix)
        twins = _scores([known.answers(text) for text in texts], suffix)
        found |= {f"baseline.{name}": value for name, value in twins.items()}
        found |= _raw(texts, parser, suffix)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What was read in one word beside what stands there."""

    upos: bool
    xpos: bool
    lemma: bool
    head: bool
    relation: bool
    subtype: bool


def _answers(text: Text, parser: Parser) -> list[_Answer]:
    parse = parser.parse_tokens(text.text, [text.spans[a:b] for a, b in text.sentences])
    return [_answer(text, parse, place, place) for place in range(len(text.tokens))]


def _answer(text: Text, parse: Parse, gold: int, read: int) -> _Answer:
    right, answer = text.tokens[gold], parse.tokens[read]
    return _Answer(
        upos=right.upos == answer.upos,
        xpos=right.xpos == answer.xpos,
        lemma=right.lemma == answer.lemma,
        head=text.spans[text.heads[gold]] == parse.tokens[answer.head].span,
        relation=_plain(right.deprel) == _plain(answer.deprel),
        subtype=right.deprel == answer.deprel,
    )


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def _scores(documents: Iterable[Sequence[_Answer]], suffix: str) -> dict[str, float]:
    answers = [answer for document in documents for answer in document]
    return {
        f"tags.upos{suffix}": share([a.upos for a in answers]),
        f"tags.xpos{suffix}": share([a.xpos for a in answers]),
        f"tags.lemma{suffix}": share([a.lemma for a in answers]),
        f"parse.las{suffix}": share([a.head and a.relation for a in answers]),
        f"parse.las_subtypes{suffix}": share([a.head and a.subtype for a in answers]),
        f"parse.uas{suffix}": share([a.head for a in answers]),
    }


# --- from raw text -----------------------------------------------------------------------------


def _raw(texts: Sequence[Text], parser: Parser, suffix: str) -> dict[str, float]:
    right = cut_alike = read = gold = 0
    for text in texts:
        parse = parser.parse(text.text, cut(text.text))
        pairs = list(_cut_alike(text, parse))
        answers = [_answer(text, parse, one, other) for one, other in pairs]
        right += sum(answer.head and answer.relation for answer in answers)
        cut_alike += len(pairs)
        read, gold = read + len(parse.tokens), gold + len(text.tokens)
    return {
        f"parse.las_raw{suffix}": 2 * right / (read + gold),
        f"tokens.f1{suffix}": 2 * cut_alike / (read + gold),
    }


def _cut_alike(text: Text, parse: Parse) -> Iterator[tuple[int, int]]:
    """The places of the same words in the treebank and in the parse."""
    places = {token.span: place for place, token in enumerate(parse.tokens)}
    return ((gold, places[span]) for gold, span in enumerate(text.spans) if span in places)


# --- the baseline ------------------------------------------------------------------------------


_Row = tuple[str, str, str]
_Arc = tuple[str, int]


class _Commonest:
    """What is commonest for a word in the training part."""

    def __init__(self, documents: Iterable[Document]) -> None:
        rows: defaultdict[str, Counter[_Row]] = defaultdict(Counter)
        arcs: defaultdict[str, Counter[_Arc]] = defaultdict(Counter)
        for sentence in (sentence for document in documents for sentence in document.sentences):
            for place, token in enumerate(sentence.tokens):
                form = token.form.lower()
                rows[form][token.upos, token.xpos, token.lemma] += 1
                arcs[form][token.deprel, token.head - place] += 1
        self._rows = {form: counts.most_common(1)[0][0] for form, counts in rows.items()}
        self._arcs = {form: counts.most_common(1)[0][0] for form, counts in arcs.items()}

    def answers(self, text: Text) -> list[_Answer]:
        """How the words of a text are read by what is commonest for them."""
        return [self._answer(text, place) for place in range(len(text.tokens))]

    def _answer(self, text: Text, place: int) -> _Answer:
        token = text.tokens[place]
        form = token.form.lower()
        upos, xpos, lemma = self._rows.get(form, ("NOUN", "NN", form))
        deprel, step = self._arcs.get(form, ("compound", 1))
        return _Answer(
            upos=upos == token.upos,
            xpos=xpos == token.xpos,
            lemma=lemma == token.lemma,
            head=text.heads[place] == place + step,
            relation=_plain(deprel) == _plain(token.deprel),
            subtype=deprel == token.deprel,
        )


if __name__ == "__main__":
    main()
