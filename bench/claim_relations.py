"""Relations claimed: the main event of a sentence, and the relations of a report.

    python -m bench.claim_relations [--data DIR] [--json]

`event_records/` holds sentences with one event each, whose source, target and PLOVER type were
marked by hand; `re3d/` holds reports with all relations between what they name. The baseline
looks verbs up: the first listed verb, the first name before it, the first after. The words of
the lexicon were chosen on the half of `event_records/` for which `is_open` holds; `.held` gives
the other half.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.corpora import rows
from bench.figures import arguments, missing, share, show
from newstemma.collate.stems import stem
from newstemma.corroborate.event_types import Event, events
from newstemma.corroborate.event_words import PEOPLE, VERBS
from newstemma.corroborate.named_relations import named_relations
from newstemma.corroborate.participants import Participant, participants
from newstemma.records import (
    ArgumentRole,
    MentionKind,
    NameKind,
    RawArticle,
    RelationType,
    Span,
    TextSource,
    Witness,
)
from newstemma.text.cleaning import clean
from newstemma.text.identity.actors import identities
from newstemma.text.parse import Parser
from newstemma.text.parse.loading import load
from newstemma.text.witness import witness

__all__ = ["measure"]

_UNNAMED = frozenset({NameKind.OTHER, NameKind.AIRCRAFT})
_WITHIN = {RelationType.ACCUSE: RelationType.DISAPPROVE, RelationType.DETAIN: RelationType.COERCE}
_SURE = 0.5  # of a relation of `re3d/`
_LASTING = {
    RelationType.FIGHT: "FightingAgainst",
    RelationType.ASSAULT: "FightingAgainst",
    RelationType.COERCE: "FightingAgainst",
    RelationType.DETAIN: "FightingAgainst",
    RelationType.CONSULT: "CommWith",
    RelationType.AGREE: "CommWith",
    RelationType.DEMAND: "CommWith",
    RelationType.SUPPORT: "Likes",
    RelationType.AID: "AlliesOf",
    RelationType.COOPERATE: "AlliesOf",
    RelationType.DISAPPROVE: "Dislikes",
    RelationType.ACCUSE: "Dislikes",
    RelationType.IN_CHARGE_OF: "InChargeOf",
    RelationType.BELONGS_TO: "BelongsTo",
    RelationType.LOCATED_IN: "CoLocated",
}
_INSIDE = frozenset({"in", "at", "near", "inside", "from"})
_MUTUAL = frozenset({"CoLocated", "CommWith", "AlliesOf", "IsSynonymOf", "FightingAgainst"})


def main() -> None:
    """Prints the figures of `event_records/` and `re3d/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baseline."""
    parser = load()
    return _events(data / "event_records", parser) | _relations(data / "re3d", parser)


def _read(name: str, text: str, parser: Parser) -> Witness:
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name), parser)


def _names(read: Witness) -> tuple[Span, ...]:
    """What a text names, adjectives of names too."""
    known = [entity.span for entity in read.entities]
    kept = {entity.span for entity in read.entities if entity.kind not in _UNNAMED}
    more = {m.span for m in read.mentions if m.kind is MentionKind.NAME}
    return tuple(sorted(kept | {m for m in more if not any(m.overlaps(one) for one in known)}))


# --- one event a sentence ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """An event: who, to whom, of which type."""

    source: Span | None
    target: Span | None
    type: str


@dataclass(frozen=True, slots=True)
class _Record:
    """A sentence with its event; the words of the actors may stand at several places."""

    read: Witness
    sources: Sequence[Span]
    targets: Sequence[Span]
    type: str
    is_open: bool


def _events(folder: Path, parser: Parser) -> dict[str, float]:
    found = list(_records(folder, parser))
    if not found:
        missing(folder)
        return {}
    held = [one for one in found if not one.is_open]
    return _scores(found, "") | _scores(held, ".held")


def _records(folder: Path, parser: Parser) -> Iterator[_Record]:
    for path in sorted(folder.glob("gold_standard_records/*.txt")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row["event"] != "DOCUMENT":
                yield _record(row, parser)


def _record(row: dict[str, Any], parser: Parser) -> _Record:
    read = _read(row["id"], row["text"], parser)
    return _Record(
        read=read,
        sources=_places(read.text, row.get("source")),
        targets=_places(read.text, row.get("target")),
        type=row["event"].lower(),
        is_open=sha256(row["id"].encode()).digest()[0] % 2 == 0,
    )


def _places(text: str, actors: object) -> list[Span]:
    """Where the words of the actors stand; some are given in pieces."""
    given = actors if isinstance(actors, list) else []
    pieces = (p for one in given for p in re.split(r"\.\.+", one.get("actorText") or ""))
    words = [" ".join(piece.split()) for piece in pieces]
    return [
        Span(found.start(), found.end())
        for piece in words
        if piece
        for found in re.finditer(re.escape(piece), text)
    ]


def _scores(records: Sequence[_Record], suffix: str) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, tell in (("", _told), ("baseline.", _looked_up)):
        answers = [_answers(one, tell(one.read)) for one in records]
        figures[f"{name}events.source{suffix}"] = share([one[0] for one in answers])
        figures[f"{name}events.target{suffix}"] = share(
            [one[1] for one, record in zip(answers, records, strict=True) if record.targets]
        )
        figures[f"{name}events.class{suffix}"] = share([one[2] for one in answers])
        told = sum(one[3] for one in answers)
        right = sum(all(one) for one in answers)
        figures[f"{name}events.f1{suffix}"] = 2 * right / (told + len(records))
    return {key: figures[key] for pair in _twins(figures) for key in pair}


def _twins(figures: dict[str, float]) -> list[tuple[str, str]]:
    return [(key, f"baseline.{key}") for key in figures if not key.startswith("baseline.")]


def _answers(record: _Record, told: _Told | None) -> tuple[bool, bool, bool, bool]:
    """Whether source, target and type are right, and whether anything was told."""
    if told is None:
        return False, False, False, False
    expected = record.targets or record.sources
    target = not record.targets if told.target is None else _hits(told.target, expected)
    return _hits(told.source, record.sources), target, told.type == record.type, True


def _hits(span: Span | None, places: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(one) for one in places)


def _told(read: Witness) -> _Told | None:
    """The main event: that of the outermost clause that tells one with a source."""
    names = _names(read)
    found = events(read.text, read.clauses)
    ordered = sorted(found, key=lambda one: (_depth(read, one), one.cue))
    for event, sources, targets in participants(read.text, read.clauses, ordered, names):
        if sources:
            return _Told(
                source=sources[0].span,
                target=targets[0].span if targets else None,
                type=_WITHIN.get(event.type, event.type).value,
            )
    return None


def _depth(read: Witness, event: Event) -> int:
    depth, place = 0, read.clauses[event.steps[0]].parent
    while place is not None and depth < len(read.clauses):
        depth, place = depth + 1, read.clauses[place].parent
    return depth


_STEMS = {stem(verb): type_ for verb, type_ in VERBS.items()}


def _looked_up(read: Witness) -> _Told | None:
    """The baseline: the first listed verb, and the first names before and after it."""
    names = _names(read)
    for word in read.words:
        type_ = _STEMS.get(stem(word.key))
        if type_ is not None and not any(name.overlaps(word.span) for name in names):
            before = (name for name in names if name.end <= word.start)
            after = (name for name in names if name.start >= word.end)
            return _Told(
                source=next(before, None),
                target=next(after, None),
                type=_WITHIN.get(type_, type_).value,
            )
    return None


# --- all relations of a report ----------------------------------------------------------------

_Triple = tuple[str, Span, Span]


def _relations(folder: Path, parser: Parser) -> dict[str, float]:
    documents = [
        (row["_id"], row["text"])
        for path in sorted(folder.glob("*/documents.jsonl"))
        for row in rows(path)
    ]
    if not documents:
        missing(folder)
        return {}
    marked = _marked(folder)
    read = [(name, _read(name, text, parser)) for name, text in documents]
    figures: dict[str, float] = {}
    for prefix, tell in (("", _triples), ("baseline.", _triples_looked_up)):
        figures |= _found(read, marked, tell, prefix)
    return {key: figures[key] for pair in _twins(figures) for key in pair}


def _marked(folder: Path) -> dict[str, list[_Triple]]:
    found: defaultdict[str, list[_Triple]] = defaultdict(list)
    for path in sorted(folder.glob("*/relations.jsonl")):
        for row in rows(path):
            if row["confidence"] >= _SURE:
                source = Span(row["sourceBegin"], row["sourceEnd"])
                target = Span(row["targetBegin"], row["targetEnd"])
                found[row["documentId"]].append((row["type"], source, target))
    return found


def _found(
    read: Sequence[tuple[str, Witness]],
    marked: dict[str, list[_Triple]],
    tell: Callable[[Witness], Iterator[_Triple]],
    prefix: str,
) -> dict[str, float]:
    told = [(one, marked[name]) for name, text in read for one in dict.fromkeys(tell(text))]
    right = share([any(_same(one, other) for other in there) for one, there in told])
    by_text = {name: list(tell(text)) for name, text in read}
    expected = [(one, by_text[name]) for name, _ in read for one in marked[name]]
    hit = share([any(_same(other, one) for other in here) for one, here in expected])
    return {
        f"{prefix}relations.precision": right,
        f"{prefix}relations.recall": hit,
        f"{prefix}relations.f1": 2 * right * hit / (right + hit) if right + hit else 0.0,
    }


def _same(one: _Triple, other: _Triple) -> bool:
    if one[0] != other[0]:
        return False
    straight = one[1].overlaps(other[1]) and one[2].overlaps(other[2])
    crossed = one[1].overlaps(other[2]) and one[2].overlaps(other[1])
    return straight or (crossed and one[0] in _MUTUAL)


def _triples(read: Witness) -> Iterator[_Triple]:
    """What is read of a report, in the types of `re3d/`."""
    names = _names(read)
    yield from _done(read, names)
    called = {span: span.of(read.text) for span in names}
    kinds = {one.span.of(read.text): one.kind for one in read.entities}
    for told in named_relations(read, called, kinds):
        if told.type in _LASTING:
            yield _LASTING[told.type], told.source, told.target
    for quantity in read.quantities:
        if quantity.counted is not None:
            yield "HasAttrOf", quantity.counted, quantity.number
    yield from _placed(read)
    yield from _called(read)


def _done(read: Witness, names: Sequence[Span]) -> Iterator[_Triple]:
    found = events(read.text, read.clauses)
    for event, sources, targets in participants(read.text, read.clauses, found, names):
        for one in sources if event.type in _LASTING else ():
            if _is_somebody(read, one):
                near = (other for other in targets if other.near)
                yield from ((_LASTING[event.type], one.span, other.span) for other in near)


def _called(read: Witness) -> Iterator[_Triple]:
    """A name with its letters in brackets."""
    for actor in identities([read]):
        for here, there in pairwise(at.span for at in actor.mentions):
            if read.text[here.end : there.start] == " (":
                yield "IsSynonymOf", here, there


def _placed(read: Witness) -> Iterator[_Triple]:
    """Who does or undergoes something in a place, and the place."""
    places = {one.span for one in read.entities if one.kind is NameKind.PLACE}
    for clause in read.clauses:
        where = [a for a in clause.filling(ArgumentRole.ADJUNCT) if a.marker in _INSIDE]
        for place in sorted(p for p in places if any(p.overlaps(a.head) for a in where)):
            for role in (ArgumentRole.AGENT, ArgumentRole.PATIENT):
                for one in clause.filling(role):
                    yield "CoLocated", one.head, place


def _is_somebody(read: Witness, one: Participant) -> bool:
    return one.named or stem(one.head.of(read.text).lower()) in PEOPLE


def _triples_looked_up(read: Witness) -> Iterator[_Triple]:
    """The baseline: every listed verb between two names of a sentence."""
    names = _names(read)
    for sentence in read.sentences:
        inside = [name for name in names if sentence.span.covers(name)]
        for word in read.words_of(sentence):
            type_ = _LASTING.get(_STEMS.get(stem(word.key), RelationType.MOBILIZE))
            before = [name for name in inside if name.end <= word.start]
            after = [name for name in inside if name.start >= word.end]
            if type_ is not None and before and after:
                yield type_, before[-1], after[0]


if __name__ == "__main__":
    main()
