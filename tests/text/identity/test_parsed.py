"""A parse tells which names are whole, and which are none."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import Entity, MentionKind, NameKind, RawArticle, Span, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.identity.bearers import bearers
from newstemma.text.identity.parsed import kind_votes, mentions_of_names
from newstemma.text.witness import witness

_TEXT = (
    "On Monday the fire reached St. Brannoc's hospital on Pier 4, and Anna Brandt left. "
    "On Pier 4 the Icebox burnt down, said Anna Brandt."
)


def _read(*entities: tuple[str, NameKind]) -> Witness:
    raw = RawArticle(path="a", text=_TEXT, text_source=TextSource.FILE)
    places = [(_TEXT.index(name), name, kind) for name, kind in entities]
    marked = [Entity(span=Span(at, at + len(n)), kind=kind) for at, n, kind in sorted(places)]
    return replace(witness(clean(raw, id="a")), entities=tuple(marked))


def _kinds(read: Witness) -> dict[str, NameKind]:
    return {one.written: one.kind for one in bearers(read)}


def test_parts_of_a_longer_name_give_way_to_it() -> None:
    found = _kinds(_read(("St. Brannoc", NameKind.PLACE), ("Pier 4", NameKind.PLACE)))
    assert found["St. Brannoc"] is NameKind.PLACE
    assert found["Pier 4"] is NameKind.PLACE
    assert {"St", "Brannoc"}.isdisjoint(found)


def test_a_word_that_is_a_name_nowhere_is_no_actor() -> None:
    assert "Icebox" in _kinds(_read())
    assert "Icebox" not in _kinds(_read(("Pier 4", NameKind.PLACE)))


def test_a_full_name_that_the_parse_misses_stays() -> None:
    assert _kinds(_read(("Pier 4", NameKind.PLACE)))["Anna Brandt"] is NameKind.PERSON


def test_a_known_first_name_is_a_persons_whatever_the_parse_says() -> None:
    assert _kinds(_read(("Anna Brandt", NameKind.PLACE)))["Anna Brandt"] is NameKind.PERSON
    assert _kinds(_read(("Anna Brandt", NameKind.VESSEL)))["Anna Brandt"] is NameKind.VESSEL


def test_a_shape_and_a_parse_that_disagree_leave_it_unknown() -> None:
    text = "On Monday the fire reached Tarvo Ekmark. It was seen from Tarvo Ekmark for days."
    raw = RawArticle(path="a", text=text, text_source=TextSource.FILE)
    read = witness(clean(raw, id="a"))
    at = text.index("Tarvo")
    marked = (Entity(span=Span(at, at + len("Tarvo Ekmark")), kind=NameKind.PLACE),)
    assert _kinds(read)["Tarvo Ekmark"] is NameKind.PERSON
    assert _kinds(replace(read, entities=marked))["Tarvo Ekmark"] is NameKind.UNKNOWN


def test_votes_are_counted_by_key() -> None:
    read = _read(("Pier 4", NameKind.PLACE), ("Anna Brandt", NameKind.PERSON))
    names = [one for one in mentions_of_names(read) if one.kind is MentionKind.NAME]
    votes = kind_votes(read, names)
    assert votes["anna brandt"] == {NameKind.PERSON: 1}


@given(st.lists(st.integers(0, len(_TEXT)), unique=True, max_size=8).map(sorted))
def test_any_entities_leave_mentions_in_the_text(cuts: list[int]) -> None:
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    marked = tuple(Entity(span=Span(*pair), kind=NameKind.PLACE) for pair in pairs)
    read = replace(_read(), entities=marked)
    for mention in mentions_of_names(read):
        assert 0 <= mention.span.start < mention.span.end <= len(_TEXT)
    assert len({(m.span, m.kind) for m in mentions_of_names(read)}) == len(mentions_of_names(read))
    assert list(bearers(read))
