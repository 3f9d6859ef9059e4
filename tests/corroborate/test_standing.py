"""What stands behind words at some places, and how far articles are from a root."""

from __future__ import annotations

from dataclasses import replace

from newstemma.corroborate.scene import Scene
from newstemma.corroborate.standing import distances, standing
from newstemma.corroborate.voices import Voice
from newstemma.records import Grade
from tests.corroborate.stories import scene_of

_SAID = 'Mayor Ada Brand said: "The bridge at Vikholm will stay closed."'
_FLAT = "The bridge at Vikholm will stay closed for a month."


def _derived(scene: Scene, **parents: tuple[str, ...]) -> Scene:
    return replace(scene, parents=parents)


def test_an_article_made_from_nobody_is_a_root() -> None:
    assert distances(scene_of(_FLAT, _FLAT)) == {"a": 0, "b": 0}


def test_every_derivation_is_a_step() -> None:
    scene = _derived(scene_of(_FLAT, _FLAT, _FLAT), b=("a",), c=("b",))
    assert distances(scene) == {"a": 0, "b": 1, "c": 2}


def test_the_shortest_way_to_a_root_counts() -> None:
    scene = _derived(scene_of(_FLAT, _FLAT, _FLAT, _FLAT), b=("a",), c=("b",), d=("c", "a"))
    assert distances(scene)["d"] == 1


def test_articles_that_are_made_from_each_other_alone_have_no_distance() -> None:
    scene = _derived(scene_of(_FLAT, _FLAT, _FLAT), b=("c",), c=("b",))
    assert distances(scene) == {"a": 0}


def test_words_in_a_quotation_stand_in_its_attribution() -> None:
    scene = scene_of(_SAID)
    at = _SAID.index("bridge")
    found = standing([("a", at), ("a", 0)], scene, distances(scene))
    assert len(found.chains[0]) == 1
    assert found.chains[1] == ()
    named = found.support.origins[found.support.origin_of[0]]
    assert "Ada Brand" in (named.name or "")


def test_two_lineages_in_their_own_words_corroborate() -> None:
    other = "For a month nobody may cross the Vikholm bridge."
    scene = scene_of(_FLAT, other)
    found = standing([("a", 0), ("b", 0)], scene, distances(scene))
    assert found.support.grade is Grade.CORROBORATED


def test_the_same_words_in_two_lineages_are_one_origin() -> None:
    scene = scene_of(_FLAT, _FLAT)
    found = standing([("a", 0), ("b", 0)], scene, distances(scene))
    assert found.support.grade is Grade.ECHOED


def test_two_texts_of_one_page_are_no_echo() -> None:
    scene = scene_of(_FLAT, _FLAT)
    page = {
        name: replace(one, article=replace(one.article, url="https://gazette.example/bridge"))
        for name, one in scene.witnesses.items()
    }
    scene = replace(scene, witnesses=page)
    found = standing([("a", 0), ("b", 0)], scene, distances(scene))
    assert found.support.grade is Grade.UNSOURCED


def test_an_outlet_that_cites_itself_is_a_circle() -> None:
    text = "The bridge at Vikholm is closed, a spokesman told the Vikholm Gazette on Monday."
    scene = scene_of(text)
    voice = Voice(key="house:vikholm gazette", name="Vikholm Gazette")
    scene = replace(scene, voices={"line-a": voice})
    found = standing([("a", 0)], scene, distances(scene))
    assert len(found.support.origins) == 1
    assert found.support.grade is not Grade.CORROBORATED


def test_no_places_have_no_support() -> None:
    scene = scene_of(_FLAT)
    found = standing([], scene, distances(scene))
    assert found.chains == ()
    assert found.support.origins == ()
