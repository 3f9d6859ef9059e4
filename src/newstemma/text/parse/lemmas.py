"""Lemmas by rule: what the training data says of a word and its tag, else of its ending."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.training import Example

__all__ = ["Lemmas"]

_LONGEST_ENDING = 5


class _Edit(NamedTuple):
    """How a lemma is made: `cut` letters off the form's end, then `add`."""

    is_name: bool  # its lemma has a capital
    cut: int
    add: str

    def of(self, form: str) -> str:
        written = _cased(form, self.is_name)
        return written[: max(0, len(written) - self.cut)] + self.add


def _cased(form: str, is_name: bool) -> str:
    if not is_name:
        return form.lower()
    return form[:1].upper() + form[1:] if form.islower() else form


_Rules = dict[str, dict[str, _Edit]]  # tag -> form or ending, in lower case -> edit
_AS_IT_IS = _Edit(is_name=False, cut=0, add="")


@Language.factory("lemma_rules", assigns=["token.lemma"], requires=["token.tag"])
def _component(nlp: Language, name: str) -> Lemmas:
    return Lemmas(name)


class Lemmas(Pipe):
    """Gives each token its lemma, from its form and its Penn Treebank tag."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._known: _Rules = {}
        self._endings: _Rules = {}

    def __call__(self, doc: Doc) -> Doc:
        """Writes the lemmas into the document."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.tag_)
        return doc

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a form under a tag; the form in lower case where nothing is known."""
        low = form.lower()
        edit = self._known.get(tag, {}).get(low) or _by_ending(self._endings.get(tag, {}), low)
        return edit.of(form) or form

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None
    ) -> None:
        """Learns the rules from gold tags and lemmas."""
        known: defaultdict[tuple[str, str], Counter[_Edit]] = defaultdict(Counter)
        for example in get_examples():
            for token in example.reference:
                if token.lemma_ and token.tag_:
                    known[token.tag_, token.text.lower()][_edit(token.text, token.lemma_)] += 1
        best = {key: _commonest(edits) for key, edits in known.items()}
        self._endings = _endings(best)
        self._known = _nested(
            {
                (tag, low): edit
                for (tag, low), edit in best.items()
                if _by_ending(self._endings.get(tag, {}), low) != edit
            }
        )

    # --- on disk ---------------------------------------------------------------------------

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the rules as JSON."""
        rules = {"known": self._known, "endings": self._endings}
        Path(path).write_text(json.dumps(rules, ensure_ascii=False, sort_keys=True), "utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Lemmas:
        """Reads what `to_disk` wrote."""
        rules: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
        self._known, self._endings = (
            {tag: {key: _Edit(*edit) for key, edit in row.items()} for tag, row in part.items()}
            for part in (rules["known"], rules["endings"])
        )
        return self


def _edit(form: str, lemma: str) -> _Edit:
    is_name = lemma != lemma.lower()
    written = _cased(form, is_name)
    same = 0
    while same < min(len(written), len(lemma)) and written[same] == lemma[same]:
        same += 1
    return _Edit(is_name=is_name, cut=len(written) - same, add=lemma[same:])


def _by_ending(endings: Mapping[str, _Edit], low: str) -> _Edit:
    """The edit of the longest known ending."""
    for length in range(min(_LONGEST_ENDING, len(low)), -1, -1):
        if edit := endings.get(low[len(low) - length :]):
            return edit
    return _AS_IT_IS


def _endings(best: Mapping[tuple[str, str], _Edit]) -> _Rules:
    """For each tag the commonest edit of each ending that two words or more have.

    An ending is left out where the next shorter one says the same.
    """
    counts: defaultdict[tuple[str, str], Counter[_Edit]] = defaultdict(Counter)
    for (tag, low), edit in best.items():
        for length in range(min(_LONGEST_ENDING, len(low)) + 1):
            counts[tag, low[len(low) - length :]][edit] += 1
    rules: _Rules = {}
    for (tag, ending), edits in sorted(counts.items(), key=lambda item: (len(item[0][1]), item[0])):
        edit = _commonest(edits)
        row = rules.setdefault(tag, {})
        if not ending or (edits.total() > 1 and _by_ending(row, ending[1:]) != edit):
            row[ending] = edit
    return rules


def _commonest(edits: Counter[_Edit]) -> _Edit:
    return min(edits, key=lambda edit: (-edits[edit], edit))


def _nested(rules: Mapping[tuple[str, str], _Edit]) -> _Rules:
    rows: _Rules = {}
    for (tag, key), edit in sorted(rules.items()):
        rows.setdefault(tag, {})[key] = edit
    return rows
