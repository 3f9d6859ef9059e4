"""Who said what, across articles."""

from __future__ import annotations

from dataclasses import replace

from newstemma.records import Story
from newstemma.views import page
from newstemma.views.names import names
from newstemma.views.records import Speaker
from newstemma.views.sayings import speakers
from tests.report import builder


def _speakers() -> dict[str | None, Speaker]:
    return {one.name: one for one in page(builder.ferry()).speakers}


def test_all_versions_of_a_saying_stand_together_the_fullest_first() -> None:
    (saying,) = _speakers()["Tomas Brekke"].sayings
    assert [version.article.siglum for version in saying.versions] == ["G", "D", "F", "B", "A"]
    assert [version.same for version in saying.versions] == [True, True, False, False, False]


def test_a_surname_alone_is_the_person_whose_full_name_ends_in_it() -> None:
    assert "Solbakk" not in _speakers()
    (saying,) = _speakers()["Marit Solbakk"].sayings
    assert "Solbakk" not in {version.speaker for version in saying.versions}


def test_a_surname_that_two_people_share_stays_alone() -> None:
    ferry = builder.ferry()
    other = builder.plain(
        "other",
        'Odd Solbakk spoke.\n\n"Quite another thing was said that day," he said.',
        quotations=[
            builder.quoted(
                "other",
                'Odd Solbakk spoke.\n\n"Quite another thing was said that day," he said.',
                "Quite another thing was said that day,",
                "Odd Solbakk",
                "said",
                "1",
            )
        ],
    )
    story = Story(id="s3", title="Other", articles=("other",))
    both = replace(ferry, witnesses=(*ferry.witnesses, other), stories=(*ferry.stories, story))
    assert {"Marit Solbakk", "Odd Solbakk"} <= {one.name for one in page(both).speakers}


def test_the_most_widely_quoted_speaker_comes_first() -> None:
    assert next(iter(_speakers())) == "Tomas Brekke"


def test_a_shorter_version_says_how_much_of_the_fullest_it_has() -> None:
    (saying,) = _speakers()["Selma Aune"].sayings
    assert [version.length for version in saying.versions] == ["", "8 of 10 words"]


def _halves_and_whole() -> Speaker:
    """Two articles with one half each of what a third, told last, has whole."""
    first, second = "The ferry left the quay at nine", "and nobody on board wore a warm coat"
    texts = {
        "half": f'Quay\n\n"{first}," Odd Solbakk said.',
        "rest": f'Coats\n\nOdd Solbakk said: "{second}."',
        "whole": f'Ferry\n\n"{first} {second}," Odd Solbakk said.',
    }
    said = {"half": f"{first},", "rest": f"{second}.", "whole": f"{first} {second},"}
    witnesses = tuple(
        builder.plain(
            one,
            text,
            published=f"2031-03-0{day}",
            quotations=[builder.quoted(one, text, said[one], "Odd Solbakk", "said", "1")],
        )
        for day, (one, text) in enumerate(texts.items(), start=1)
    )
    story = Story(id="s1", title="Ferry", articles=tuple(texts))
    called = names([one.article for one in witnesses])
    (speaker,) = speakers(witnesses, (story,), called, (), ())
    return speaker


def test_halves_of_a_quotation_stand_under_the_one_that_has_it_whole() -> None:
    (saying,) = _halves_and_whole().sayings
    assert [version.article.id for version in saying.versions] == ["whole", "rest", "half"]


def test_the_fullest_witness_tells_how_much_of_it_the_others_have() -> None:
    (saying,) = _halves_and_whole().sayings
    told = [version.length for version in saying.versions]
    assert told == ["", "8 of 15 words", "7 of 15 words"]
