from __future__ import annotations

from newstemma.collate.score.arguments import arguments
from newstemma.collate.score.deduction import Ground
from newstemma.records import RawArticle, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.parse import load
from newstemma.text.witness import witness
from tests.collate.pairs import read

_PARENT = "Anna Kessel praised the divers. The mayor sold the ferry."


def _parsed(text: str, name: str) -> Witness:
    raw = RawArticle(path=name, text=text, text_source=TextSource.FILE)
    return witness(clean(raw, id=name), load())


def _told(text: str) -> list[tuple[Ground, str]]:
    child, parent = _parsed(text, "child"), _parsed(_PARENT, "parent")
    return [(one.ground, one.child_span.of(text)) for one in arguments(child, [parent])]


def test_another_doer_or_thing_done_to_is_told() -> None:
    assert _told("The mayor praised the divers.") == [(Ground.OTHER_ARGUMENT, "The mayor")]
    assert _told("The mayor sold the divers.") == [(Ground.OTHER_ARGUMENT, "the divers")]


def test_a_part_of_a_name_and_a_pronoun_are_no_other_doer() -> None:
    assert _told("Kessel praised the divers.") == []
    assert _told("She praised the divers.") == []


def test_a_passive_is_the_same_said() -> None:
    assert _told("The divers were praised by Anna Kessel.") == []


def test_of_an_action_that_no_parent_has_nothing_is_told() -> None:
    assert _told("The mayor painted the divers.") == []


def test_without_a_parse_nothing_is_told() -> None:
    child, parent = read("The mayor praised the divers.", "child"), _parsed(_PARENT, "parent")
    assert list(arguments(child, [parent])) == []
    assert list(arguments(parent, [child])) == []
