"""What articles have of a sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.corroborate.check.check import check, pile_of
from newstemma.records import CheckStatus, SourceKind, VariantKind
from tests.corroborate.check.pile import checked, read, scenes_of, statuses

REPORT = """The ferry Halcyon struck the northern pier at Ostrel on 4 March 2024, injuring 14
passengers.

Harbour master Joren Pask said that the wind gauge of the ferry had failed two days earlier.

The Sule council did not approve the new pier. Inspectors allegedly ignored three warnings.

The Calder shipyard sued the Sule council over the unpaid repair of the breakwater.
"""
REWRITE = """A ferry called Halcyon hit the northern pier at Ostrel on 4 March 2024 and 14
passengers were injured.

Joren Pask, the harbour master, said that the wind gauge of the ferry had failed two days earlier.

The Calder shipyard sued the Sule council over the unpaid repair of the breakwater.
"""


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Halcyon struck the northern pier at Ostrel on 4 March 2024.",
        "The Halcyon struck the northern pier at Ostrel, injuring 14 passengers.",
        "Joren Pask said that the wind gauge of the ferry had failed two days earlier.",
        "The Calder shipyard sued the Sule council over the unpaid repair of the breakwater.",
        "The Sule council did not approve the new pier.",
        "Inspectors allegedly ignored three warnings.",
    ],
)
def test_what_one_place_says_is_supported(text: str) -> None:
    assert statuses(text, REPORT) == [CheckStatus.SUPPORTED]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The ferry Halcyon struck the northern pier at Ostrel, injuring 41 passengers.",
            VariantKind.NUMBER_CHANGED,
        ),
        (
            "The ferry Halcyon struck the northern pier at Ostrel on 9 May 2024.",
            VariantKind.DATE_CHANGED,
        ),
        (
            "Lena Hartig said that the wind gauge of the ferry had failed two days earlier.",
            VariantKind.ATTRIBUTION_CHANGED,
        ),
        ("Inspectors ignored three warnings.", VariantKind.HEDGE_DROPPED),
        (
            "The Sule council sued the Calder shipyard over the unpaid repair of the breakwater.",
            VariantKind.ROLE_CHANGED,
        ),
        (
            "The ferry Halcyon repainted the northern pier at Ostrel on 4 March 2024.",
            VariantKind.PREDICATE_CHANGED,
        ),
    ],
)
def test_a_changed_part_is_a_distortion_and_named(text: str, kind: VariantKind) -> None:
    (one,) = checked(text, REPORT)
    assert one.status is CheckStatus.DISTORTED
    assert kind in {difference.kind for difference in one.answers[0].differences}
    assert (one.origins, one.lineages, one.grade) == ((), (), None)


def test_what_the_article_denies_is_contradicted() -> None:
    (one,) = checked("The Sule council approved the new pier.", REPORT)
    assert one.status is CheckStatus.CONTRADICTED


def test_the_opposite_deed_is_a_contradiction() -> None:
    article = "The Sule council rejected the plan for a new pier at Ostrel on 4 March 2024."
    text = article.replace("rejected", "approved")
    assert statuses(text, article) == [CheckStatus.CONTRADICTED]


def test_a_new_denial_is_never_supported() -> None:
    text = "The ferry Halcyon did not strike the northern pier at Ostrel on 4 March 2024."
    assert statuses(text, REPORT) == [CheckStatus.CONTRADICTED]


def test_what_no_article_speaks_of_is_not_found() -> None:
    (one,) = checked("Velgia bought two frigates from Norland.", REPORT)
    assert (one.status, one.answers) == (CheckStatus.NOT_FOUND, ())


def test_words_from_two_places_do_not_add_up_to_one_claim() -> None:
    text = "The Calder shipyard struck the northern pier at Ostrel on 4 March 2024."
    assert CheckStatus.SUPPORTED not in statuses(text, REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Pask said that the wind gauge of the ferry had failed two days earlier.",
        "The ferry Halcyon and the ferry Kestrel struck the northern pier at Ostrel.",
        "The Velgian shipyard sued the Sule council over the unpaid repair of the breakwater.",
        "The Sule council will approve the new pier.",
    ],
)
def test_what_is_nearly_the_same_is_not_supported(text: str) -> None:
    assert CheckStatus.SUPPORTED not in statuses(text, REPORT)


def test_a_pronoun_that_the_text_does_not_resolve_is_not_supported() -> None:
    article = "Joren Pask resigned on Monday. He sold his house at Ostrel to the Calder shipyard."
    text = "He sold his house at Ostrel to the Calder shipyard."
    assert statuses(text, article) == [CheckStatus.DISTORTED]
    assert statuses(article, article)[1] is CheckStatus.SUPPORTED


def test_a_source_by_name_is_the_origin() -> None:
    text = "Joren Pask said that the wind gauge of the ferry had failed two days earlier."
    (one,) = checked(text, REPORT)
    assert [(o.name, o.kind) for o in one.origins] == [("Joren Pask", SourceKind.PERSON)]


def test_whoever_ties_one_thing_to_another_is_the_origin() -> None:
    article = "Ostrel police linked the fire at the grain depot to a gang from Sule."
    (one,) = checked("Ostrel police linked the fire at the grain depot to a gang.", article)
    assert [(o.name, o.kind) for o in one.origins] == [("Ostrel police", SourceKind.COLLECTIVE)]


def test_a_rewrite_adds_no_lineage() -> None:
    text = "The Calder shipyard sued the Sule council over the unpaid repair of the breakwater."
    (one,) = checked(text, REPORT, REWRITE)
    assert one.status is CheckStatus.SUPPORTED
    assert {answer.article for answer in one.answers} == {"article 0", "article 1"}
    assert len(one.lineages) == 1


def test_a_distortion_in_a_rewrite_is_not_supported_by_it() -> None:
    changed = REWRITE.replace("14\npassengers", "41\npassengers")
    text = "The Halcyon hit the pier at Ostrel on 4 March 2024 and 41 passengers were injured."
    articles = (
        read(REPORT, "root", published="2024-03-05"),
        read(changed, "rewrite", published="2024-03-09"),
    )
    found = scenes_of(*articles)
    assert [set(scene.parents.items()) for scene in found] == [{("rewrite", ("root",))}]
    (one,) = check(read(text), pile_of(found))
    told = {answer.article: answer.status for answer in one.answers}
    assert told == {"root": CheckStatus.DISTORTED, "rewrite": CheckStatus.SUPPORTED}
    assert one.status is CheckStatus.DISTORTED


def test_every_span_is_a_place_of_its_text() -> None:
    text = "The Halcyon struck the southern pier at Ostrel, injuring 41 passengers."
    (one,) = checked(text, REPORT)
    assert one.span.of(text) == text
    for answer in one.answers:
        assert answer.span.of(REPORT)
        for difference in answer.differences:
            assert difference.span.of(text)
            assert difference.article_span is None or difference.article_span.of(REPORT)


# --- bad input ------------------------------------------------------------------------------


def test_an_empty_text_has_no_sentences() -> None:
    assert checked("", REPORT) == ()
    assert checked(" \n ", REPORT) == ()


def test_a_question_claims_nothing() -> None:
    (one,) = checked("Did the ferry Halcyon strike the northern pier at Ostrel?", REPORT)
    assert one.status is CheckStatus.NOT_FOUND
    assert one.note


def test_no_article_supports_nothing() -> None:
    (one,) = check(read("The ferry Halcyon struck the northern pier."), pile_of(()))
    assert one.status is CheckStatus.NOT_FOUND


def test_a_text_in_another_language_is_not_found() -> None:
    text = "Das Schiff rammte am Montag die alte Mole, wie der Hafenmeister den Reportern sagte."
    assert set(statuses(text, REPORT)) == {CheckStatus.NOT_FOUND}


def test_articles_in_another_language_can_support_their_own_words() -> None:
    article = (
        "Die Fähre Halcyon rammte am Montag die Mole von Ostrel, und 14 Menschen wurden verletzt."
    )
    assert statuses(article, article) == [CheckStatus.SUPPORTED]
    assert statuses(article.replace("14", "41"), article) != [CheckStatus.SUPPORTED]


def test_the_order_of_the_words_decides_where_nothing_is_parsed() -> None:
    article = "Die Reederei Calder verklagte am Montag den Stadtrat von Ostrel vor dem Gericht."
    turned = "Der Stadtrat von Ostrel verklagte am Montag die Reederei Calder vor dem Gericht."
    assert statuses(article, article) == [CheckStatus.SUPPORTED]
    assert CheckStatus.SUPPORTED not in statuses(turned, article)


def test_a_date_that_contradicts_itself_is_not_supported() -> None:
    text = "The ferry Halcyon struck the northern pier at Ostrel on 4 March 2024 and on 9 May 2021."
    assert CheckStatus.SUPPORTED not in statuses(text, REPORT)


def test_a_whole_page_takes_no_more_than_seconds() -> None:
    page = "\n\n".join(REPORT.replace("14", str(n)) for n in range(15, 75))
    started = time.perf_counter()
    found = check(read(page), pile_of(scenes_of(read(REPORT, "article"))))
    assert len(found) >= 300
    assert time.perf_counter() - started < 60


def test_a_claim_said_forty_times_in_one_article_has_one_origin() -> None:
    line = "The Calder shipyard sued the Sule council over the unpaid repair of the breakwater."
    (one,) = checked(line, "\n\n".join([line] * 40))
    assert one.status is CheckStatus.SUPPORTED
    assert (len(one.answers), len(one.origins), len(one.lineages)) == (1, 1, 1)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_breaks_it(text: str, article: str) -> None:
    own = read(text)
    for one in check(own, pile_of(scenes_of(read(article, "article")))):
        assert one.span.of(own.text)
        for answer in one.answers:
            assert answer.span.of(article)


def test_what_an_article_says_of_somebody_stands_for_the_name() -> None:
    article = (
        "Luke Sand, an autistic boy, was lost in the hills above Ostrel.\n\n"
        "Nobody slept in the village that night.\n\n"
        "The mayor opened the school for the volunteers.\n\n"
        "On Friday Luke Sand was reunited with the rescuers at the hospital of Ostrel."
    )
    told = "The autistic boy was reunited with the rescuers at the hospital of Ostrel on Friday."
    assert statuses(told, article) == [CheckStatus.SUPPORTED]
    assert statuses(told, article.replace(", an autistic boy,", "")) != [CheckStatus.SUPPORTED]
