"""Relations between the actors of a story, as somebody claims them."""

from __future__ import annotations

import pytest

from newstemma.corroborate.relation_mentions import relation_mentions
from newstemma.corroborate.relations import relations
from newstemma.records import Force, Grade, RelationType, SourceKind
from tests.corroborate.stories import scene_of

_NAMED = "It rained in Norway and in Ghana. "  # so that both are known for names
_Row = tuple[RelationType, str, str]


def _told(*texts: str) -> set[_Row]:
    found = relations(scene_of(*(_NAMED + text for text in texts)))
    return {(one.type, one.source, one.target) for one in found}


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Norway backed Ghana on Monday.", RelationType.SUPPORT, "Norway", "Ghana"),
        ("Norway condemned Ghana on Monday.", RelationType.DISAPPROVE, "Norway", "Ghana"),
        ("Norway accused Ghana of cheating.", RelationType.ACCUSE, "Norway", "Ghana"),
        ("Norway attacked Ghana with missiles.", RelationType.FIGHT, "Norway", "Ghana"),
        ("Norway has imposed sanctions on Ghana.", RelationType.SANCTION, "Norway", "Ghana"),
        ("Norway held talks with Ghana in Rome.", RelationType.CONSULT, "Norway", "Ghana"),
        ("Norway threatened to bomb Ghana.", RelationType.THREATEN, "Norway", "Ghana"),
        ("Norway will bomb Ghana next week.", RelationType.THREATEN, "Norway", "Ghana"),
        ("Norway promised to help Ghana.", RelationType.AGREE, "Norway", "Ghana"),
        ("Norway refused to meet Ghana.", RelationType.REJECT, "Norway", "Ghana"),
        ("Norway has suspended aid to Ghana.", RelationType.SANCTION, "Norway", "Ghana"),
        ("Ghana was attacked by Norway.", RelationType.FIGHT, "Norway", "Ghana"),
        ("The Norway government supports Ghana.", RelationType.SUPPORT, "Norway", "Ghana"),
        ("Norway welcomed Ghana's decision.", RelationType.SUPPORT, "Norway", "Ghana"),
    ],
)
def test_a_verb_tells_a_relation(text: str, type_: RelationType, source: str, target: str) -> None:
    assert _told(text) == {(type_, source, target)}


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Norway's support for Ghana is old.", RelationType.SUPPORT, "Norway", "Ghana"),
        ("The war between Norway and Ghana is old.", RelationType.FIGHT, "Norway", "Ghana"),
        ("The attack by Norway on Ghana was small.", RelationType.FIGHT, "Norway", "Ghana"),
    ],
)
def test_a_noun_tells_a_relation(text: str, type_: RelationType, source: str, target: str) -> None:
    assert (type_, source, target) in _told(text)


def test_an_office_is_held_of_a_body() -> None:
    told = _told(
        "Peter Hansen, the president of Norway, sneezed.",
        "On Monday Ghana spokesman Kofi Mensah left.",
    )
    assert (RelationType.IN_CHARGE_OF, "Peter Hansen", "Norway") in told
    assert (RelationType.BELONGS_TO, "Kofi Mensah", "Ghana") in told


def test_a_former_office_is_held_no_more() -> None:
    assert not _told("Peter Hansen, a former president of Norway, sneezed in the garden.")


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hansen, the secretary of the Ghana and Togo Rowing Union, sneezed.",
        "Peter Hansen, the head of Ghana's rowing union, sneezed.",
        "The Accra City Attorney Kofi Mensah sneezed.",
        "Ghana firefighters, Kofi Mensah and Ama Boateng, sneezed.",
    ],
)
def test_a_name_that_goes_on_is_not_the_body_of_an_office(text: str) -> None:
    assert not {RelationType.IN_CHARGE_OF, RelationType.BELONGS_TO} & {
        one[0] for one in _told(text)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norway asked Ghana whether it would rain.",
        'Norway asked Ghana, "Will it rain?"',
        "Norway hosted the Ghana Cup.",
        "Norway received a prize from Ghana.",
    ],
)
def test_a_question_a_show_and_a_prize_are_no_dealings(text: str) -> None:
    assert not _told(text)


def test_who_says_so_behind_a_quotation_has_not_done_it() -> None:
    told = _told('"He robbed Kofi Mensah in Accra and shot Ama Boateng," Peter Hansen said.')
    assert not any(source == "Peter Hansen" for _, source, _ in told)


def test_what_stands_in_the_street_is_the_office_and_not_the_paper() -> None:
    told = _told("The offices of the Accra Post in Norway were empty.")
    assert not any(type_ is RelationType.LOCATED_IN for type_, _, _ in told)


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that Germany attacked Ghana.",  # what is denied is nobody's claim
        "Norway welcomed Ghana's collapse.",  # whoever welcomes a fall supports nobody
        "Two ships were attacked near Ghana, Norway said.",  # whoever reports it did not do it
        "Norway supports the opposition in Ghana.",
        "The weather in Norway was better than in Ghana.",
    ],
)
def test_who_only_stands_beside_is_in_no_relation(text: str) -> None:
    assert not _told(text)


def test_what_is_said_not_to_be_so_is_a_relation_of_its_own() -> None:
    found = relations(
        scene_of(_NAMED + "Norway attacked Ghana.", _NAMED + "Norway did not attack Ghana.")
    )
    assert [(one.type, one.negated) for one in found] == [
        (RelationType.FIGHT, False),
        (RelationType.FIGHT, True),
    ]


def test_what_is_wanted_is_possible_at_most() -> None:
    scene = scene_of(_NAMED + "Norway wants to sanction Ghana.")
    [one] = relation_mentions(scene.witnesses["a"], scene.names["a"], {})
    assert one.force is Force.POSSIBLE


def test_every_relation_names_who_claims_it() -> None:
    [found] = relations(scene_of("Kofi Mensah said that Norway had attacked Ghana."))
    assert [(one.name, one.kind) for one in found.origins] == [("Kofi Mensah", SourceKind.PERSON)]
    assert found.statements[0].attributions


def test_two_lineages_with_two_sources_corroborate() -> None:
    found = relations(
        scene_of(
            "Kofi Mensah said that Norway had attacked Ghana.",
            "Peter Hansen said that Norway had attacked Ghana.",
        )
    )
    [one] = [one for one in found if one.type is RelationType.FIGHT]
    assert one.grade is Grade.CORROBORATED
    assert len(one.statements) == len(one.lineages) == 2


def test_an_adjective_is_of_its_place() -> None:
    told = _told("On Monday the Ghanaian government thanked Norway.")
    assert (RelationType.SUPPORT, "Ghana", "Norway") in told


def test_the_spans_give_back_the_words() -> None:
    text = _NAMED + "Norway has openly condemned Ghana."
    [found] = relations(scene_of(text))
    [one] = found.statements
    assert one.source.of(text) == "Norway"
    assert one.target.of(text) == "Ghana"
    assert one.cue.of(text) == "condemned"
    assert one.span.of(text) == "Norway has openly condemned Ghana"


def test_without_a_parse_nothing_is_told() -> None:
    scene = scene_of("Noruega atacó a Ghana el lunes en la costa y mató a tres personas.")
    assert not relations(scene) or scene.witnesses["a"].clauses
