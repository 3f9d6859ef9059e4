from __future__ import annotations

from itertools import permutations
from time import process_time

from newstemma.records import Actor, JoinReason, NameKind, RawArticle, TextSource, Witness
from newstemma.text.cleaning import clean
from newstemma.text.identity.actors import identities
from newstemma.text.identity.judged import judged
from newstemma.text.parse import Parser, load
from newstemma.text.witness import witness


def _story(*texts: str, parser: Parser | None = None) -> list[Witness]:
    named = [(f"article-{number}", text) for number, text in enumerate(texts)]
    raws = [RawArticle(path=path, text=text, text_source=TextSource.FILE) for path, text in named]
    return [witness(clean(raw, id=raw.path), parser) for raw in raws]


def _named(actors: tuple[Actor, ...], name: str) -> Actor:
    (found,) = (actor for actor in actors if name in actor.forms)
    return found


def test_forms_in_several_articles_are_one_person_with_the_evidence() -> None:
    story = _story(
        "On Monday the mayor, Ramón Iglesias, opened the bridge. Iglesias left at noon.",
        "On Monday Ramon Iglesias Ferro opened the bridge.",
        "Crowds cheered when Mr. Iglesias opened the bridge.",
    )
    actor = _named(identities(story), "Ramón Iglesias")
    assert actor.name == "Ramon Iglesias Ferro"
    assert actor.kind is NameKind.PERSON
    assert actor.roles == ("mayor",)
    texts = {one.id: one.text for one in story}
    assert [at.span.of(texts[at.article]) for at in actor.mentions] == [
        "Ramón Iglesias",
        "Iglesias",
        "Ramon Iglesias Ferro",
        "Iglesias",
    ]
    reasons = {join.left: join.reason for join in actor.joins}
    assert reasons["Ramón Iglesias"] is JoinReason.ALIKE


def test_two_full_names_are_never_one_person() -> None:
    story = _story(
        "On Monday Anna Brandt opened the bridge.", "On Monday Paul Brandt opened the bridge."
    )
    assert [actor.name for actor in identities(story)] == ["Anna Brandt", "Paul Brandt"]


def test_a_surname_of_two_stays_apart() -> None:
    story = _story(
        "On Monday Anna Brandt and Paul Brandt opened the bridge.",
        "The bridge, said Brandt, is open.",
    )
    assert _named(identities(story), "Brandt").forms == ("Brandt",)


def test_the_order_of_the_articles_changes_nobody() -> None:
    texts = [
        "On Monday Ilse Maria Brandt opened the bridge.",
        "On Monday Ilse Brandt opened the bridge with Tomas Reyl.",
        "The bridge, said Brandt, is open.",
        "On Monday I. Brandt opened the bridge.",
    ]
    found = set()
    for order in permutations(texts):
        actors = identities(_story(*order))
        found.add(frozenset(frozenset(actor.forms) for actor in actors))
    assert len(found) == 1


def test_a_judgement_wins_over_the_names() -> None:
    story = _story(
        "On Monday Ilse Brandt opened the bridge.", "On Monday Kit Harlow opened the bridge."
    )
    same = judged(same=[("Kit Harlow", "ILSE BRANDT")])
    (actor,) = identities(story, judgements=same)
    assert actor.joins[0].reason is JoinReason.JUDGED
    story = _story(
        "On Monday Ilse Brandt opened the bridge.", "On Monday Ilse Maria Brandt sang there."
    )
    assert len(identities(story)) == 1
    apart = judged(different=[("Ilse Brandt", "Ilse Maria Brandt")])
    assert len(identities(story, judgements=apart)) == 2


def test_a_judgement_joins_all_who_are_judged_to_be_one() -> None:
    story = _story(
        "On Monday Ilse Brandt opened the bridge.",
        "On Monday Kit Harlow opened the bridge.",
        "On Monday Nora Reyl opened the bridge.",
        "On Monday Tomas Brekke opened the bridge.",
    )
    same = judged(same=[("Nora Reyl", "Kit Harlow"), ("Nora Reyl", "Ilse Brandt")])
    actors = identities(story, judgements=same)
    assert sorted(len(actor.forms) for actor in actors) == [1, 3]


def test_a_body_is_found_by_the_letters_that_another_article_gives() -> None:
    story = _story(
        "On Monday the Ostport Dock Authority (ODA) closed the port.",
        "On Monday the ODA closed the port.",
    )
    assert len(_named(identities(story), "Ostport Dock Authority").mentions) == 3


def test_a_story_of_many_names_takes_seconds() -> None:
    text = " ".join(f"On Monday Ann{n} Lee{n % 40} met Bob Harlow{n}." for n in range(400))
    story = _story(text, text.replace("Ann", "Anna"))
    started = process_time()
    assert identities(story)
    assert process_time() - started < 10


def test_actors_are_what_the_parse_says() -> None:
    text = (
        'Two men died on Monday on the trawler "Grey Heron", police in Norway said. '
        "The Grey Heron was towed to Norway. Anna Brandt, the mayor, saw it."
    )
    kinds = {actor.name: actor.kind for actor in identities(_story(text, parser=load()))}
    assert kinds["Grey Heron"] is NameKind.VESSEL
    assert kinds["Norway"] is NameKind.PLACE
    assert kinds["Anna Brandt"] is NameKind.PERSON
