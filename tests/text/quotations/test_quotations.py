"""Who is said to have uttered what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.records import QuotationKind
from tests.text.quotations.said import quoted, said

# --- where the speaker stands ------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'The mayor, Nora Quill, said: "The bridge is safe."',
        'Nora Quill said on Monday, "The bridge is safe."',
        'Nora Quill, the mayor of Ostport, said that "The bridge is safe."',
        'Nora Quill -- who leads the board -- said: "The bridge is safe."',
        '"The bridge is safe," Nora Quill said.',
        '"The bridge is safe," said Nora Quill, the mayor.',
        '"The bridge is safe," said the mayor, Nora Quill.',
        '"The bridge is safe," Mayor Nora Quill, who leads the board, said.',
        '"The bridge is safe," harbour master Nora Quill said in a statement.',
        '"Is the bridge safe?" Nora Quill said.',
        'The board, through spokeswoman Nora Quill, said: "The bridge is safe."',
        'According to Nora Quill, "the bridge is safe."',
        'As Nora Quill said, "the bridge is safe."',
        'On Monday, said Nora Quill: "The bridge is safe."',
    ],
)
def test_a_speaker_named_in_the_sentence_is_found(text: str) -> None:
    ((_, speaker, _),) = said(text)
    assert speaker == "Nora Quill"


def test_a_name_and_a_colon_need_no_reporting_word() -> None:
    assert said('Nora Quill: "The bridge is safe."') == [
        ("The bridge is safe.", "Nora Quill", None)
    ]


def test_a_verb_that_no_list_knows_can_close_a_tag() -> None:
    text = '"The bridge is safe," Nora Quill grumped.'
    assert said(text) == [("The bridge is safe,", "Nora Quill", "grumped")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We fish at night," one fisherman told the paper.', "one fisherman"),
        ('"We fish," another woman who did not give her name said.', "another woman"),
        ('The quay was "unsafe," officials said.', "officials"),
        ('The ministry said the quay was "unsafe."', "ministry"),
        ('Quill\'s government called the quay "unsafe."', "Quill's government"),
        ('A spokesman for the ministry called the quay "unsafe."', "A spokesman"),
        ('"We fish at night," wrote one harbour pilot.', "one harbour pilot"),
    ],
)
def test_a_speaker_without_a_name_is_told_as_the_article_does(text: str, speaker: str) -> None:
    ((_, found, _),) = said(text)
    assert found == speaker


@pytest.mark.parametrize(
    "text",
    [
        'Nora Quill issued a statement. The statement said the quay was "unsafe."',
        'Nora Quill issued a statement saying the quay was "unsafe."',
        '"The quay is unsafe," the statement, attributed to Nora Quill, read.',
        'Nora Quill\'s statement called the quay "unsafe."',
        'In Nora Quill\'s words, "the quay is unsafe."',
    ],
)
def test_a_statement_speaks_for_whoever_made_it(text: str) -> None:
    assert [speaker for _, speaker, _ in said(text)] == ["Nora Quill"]


def test_the_speaker_is_the_fullest_form_of_the_name() -> None:
    text = 'Nora Quill III met Piet Maas. "The bridge is safe," Quill said.'
    assert said(text) == [("The bridge is safe,", "Nora Quill III", "said")]


def test_the_span_of_the_speaker_is_the_form_used_there() -> None:
    text = 'Nora Quill met Piet Maas. "The bridge is safe," Quill said.'
    (quotation,) = quoted(text)
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.of(text) == "Quill"
    assert quotation.cue_span is not None
    assert quotation.cue_span.of(text) == "said"


def test_a_means_of_speaking_is_no_agent() -> None:
    text = '"It is safe," Nora Quill said by telephone. "We checked it twice."'
    assert [row[1:] for row in said(text)] == [("Nora Quill", "said")] * 2


@pytest.mark.parametrize(
    "text",
    [
        '"It is safe," Nora Quill and Piet Maas said.',
        '"It is safe," said Nora Quill and Piet Maas.',
        'Harbour masters Nora Quill and Piet Maas said it was "safe."',
    ],
)
def test_two_who_speak_as_one_are_given_together(text: str) -> None:
    ((_, speaker, _),) = said(text)
    assert speaker == "Nora Quill and Piet Maas"


def test_a_head_of_office_after_a_name_is_that_name() -> None:
    text = (
        "The claim was backed by Nora Quill of Ostport, the head of the Harbour Board, who said "
        'it was so. "It never made sense to me," she said.'
    )
    assert said(text) == [("It never made sense to me,", "Nora Quill", "said")]


@pytest.mark.parametrize("sign", ["—", "―", " ― "])
def test_a_name_after_a_dash_signs_the_quotation(sign: str) -> None:
    text = f"“I am ashamed of all this today.”{sign}Nora Quill"
    assert said(text) == [("I am ashamed of all this today.", "Nora Quill", None)]


@pytest.mark.parametrize("who", ["Officials", "Police", "Former officials"])
def test_a_role_that_opens_the_sentence_can_speak(who: str) -> None:
    ((_, speaker, cue),) = said(f'{who} called the quay "unsafe."')
    assert (speaker, cue) == (who, "called")


def test_the_owner_of_those_who_speak_is_named() -> None:
    text = 'Nora Quill left the room. Her lawyers called the plan "a farce."'
    assert said(text) == [("a farce.", "Nora Quill’s lawyers", "called")]


# --- offices and bodies ------------------------------------------------------------------


def test_an_office_is_the_one_who_was_last_introduced_in_it() -> None:
    text = (
        "The prime minister, Nora Quill, met the foreign minister, Piet Maas, at the quay. "
        'The foreign minister called it "good." The prime minister called it "bad."'
    )
    assert [row[1] for row in said(text)] == ["Piet Maas", "Nora Quill"]


def test_an_office_that_nobody_was_introduced_in_stays_as_it_is() -> None:
    text = 'The foreign minister, Nora Quill, left. The prime minister called it "bad."'
    assert [row[1] for row in said(text)] == ["prime minister"]


@pytest.mark.parametrize(
    "text",
    [
        'The firm Ostport Cold Stores runs it. The firm, which says it is "shaken," will pay.',
        'The Ostport Inspectorate came by. The inspectorate called it "unsafe."',
        'Ostport Trading, a company in the north, runs it. The company called it "unsafe."',
    ],
)
def test_a_body_told_by_its_kind_is_the_one_named_before(text: str) -> None:
    ((_, speaker, _),) = said(text)
    assert speaker is not None
    assert speaker.startswith("Ostport")


def test_an_age_is_the_person_who_has_it() -> None:
    text = 'Nora Quill, 71, met Clara Maas, 34. "It is safe," the 71-year-old said.'
    assert said(text) == [("It is safe,", "Nora Quill", "said")]


def test_an_age_that_was_not_told_is_whom_the_report_is_about() -> None:
    text = 'Nora Quill mends nets in a shed. "It is safe," the 71-year-old said.'
    assert said(text) == [("It is safe,", "Nora Quill", "said")]


# --- pronouns ----------------------------------------------------------------------------


def test_a_pronoun_is_the_last_who_spoke() -> None:
    text = 'Nora Quill said the bridge would open.\n\n"It is safe," she said.'
    assert said(text) == [("It is safe,", "Nora Quill", "said")]


def test_a_pronoun_is_the_one_the_sentence_before_is_about() -> None:
    text = 'Nora Quill welcomed the plan. She thanked the board for its "patience."'
    assert said(text) == [("patience.", "Nora Quill", "thanked")]


def test_a_pronoun_keeps_to_the_gender_of_first_names() -> None:
    text = 'Nora Quill spoke after Paul Maas. "It is safe," he said.'
    assert said(text) == [("It is safe,", "Paul Maas", "said")]


def test_a_pronoun_with_two_candidates_is_nobody() -> None:
    text = 'The prize went to Nora Quill and Clara Maas. "It is safe," she said.'
    assert said(text) == [("It is safe,", None, "said")]


def test_a_company_is_neither_he_nor_she() -> None:
    text = (
        "The firm Ostport Cold Stores keeps fish there, said the fire chief, Nora Quill. "
        "It was built long ago. “It is safe,” she said."
    )
    assert [row[1] for row in said(text)] == ["Nora Quill"]


def test_a_surname_alone_that_spoke_may_be_he() -> None:
    text = 'Quill said it was late. "Never," he said.'
    assert said(text) == [("Never,", "Quill", "said")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The Harbour Board denied it. "We checked it twice," it said.', "Harbour Board"),
        ('Quill wrote a memo to all. It said the quay was "unsafe."', "Quill"),
        ('Residents left the quay. "It is not safe," they said.', "Residents"),
        ('The quay was closed. "It is not safe," it said.', None),
    ],
)
def test_a_thing_or_several_people_are_those_just_spoken_of(text: str, speaker: str | None) -> None:
    assert [row[1] for row in said(text)] == [speaker]


# --- parts of one utterance --------------------------------------------------------------


def test_a_quotation_split_by_its_tag_is_two_rows_of_one_group() -> None:
    left, right = quoted('"It is safe," Nora Quill said. "We checked it twice."')
    assert left.group == right.group
    assert (right.speaker, right.cue) == ("Nora Quill", "said")


def test_a_quotation_split_inside_a_sentence_is_two_rows_of_one_group() -> None:
    left, right = quoted('"It is safe," Nora Quill said, "and we checked it."')
    assert left.group == right.group


def test_two_utterances_are_two_groups() -> None:
    left, right = quoted('"It is safe," Nora Quill said. "It is not," said Piet Maas.')
    assert left.group != right.group


def test_a_paragraph_of_quotation_alone_goes_on_with_the_same_speaker() -> None:
    text = 'Quill told Nora Maas the quay "must close."\n\n"It is one example of many."'
    assert said(text)[1][1:] == (said(text)[0][1], None)


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    text = "Nora Quill said: “We checked it.\n\n“Then we checked it again.”"
    assert [speaker for _, speaker, _ in said(text)] == ["Nora Quill", "Nora Quill"]


def test_a_tag_at_the_end_of_several_paragraphs_is_for_all_of_them() -> None:
    text = (
        "Piet Maas left.\n\n“We checked it. It was late.\n\n“We checked it again.\n\n"
        "“Then we went,” Nora Quill said."
    )
    rows = quoted(text)
    assert [(q.speaker, q.cue) for q in rows] == [
        ("Nora Quill", None),
        ("Nora Quill", None),
        ("Nora Quill", "said"),
    ]
    assert len({q.group for q in rows}) == 1


def test_the_second_half_of_a_sentence_is_direct_like_the_first() -> None:
    rows = quoted('"I quit a hundred times," Nora Quill said, "and I never meant it."')
    assert [q.kind for q in rows] == [QuotationKind.DIRECT] * 2


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f"])
def test_spaces_inside_french_marks_change_nothing(space: str) -> None:
    text = (
        f"«{space}We found them late{space}», Nora Quill declared to the press. "
        f"«{space}They got a memo saying “no measure”, and that was it.{space}»"
    )
    assert said(text) == [
        ("We found them late", "Nora Quill", "declared"),
        ("They got a memo saying “no measure”, and that was it.", "Nora Quill", "declared"),
    ]


def test_a_new_sentence_is_no_tag_of_the_quotation_before_it() -> None:
    text = (
        'Nora Quill spoke. "Nobody goes back," she said. "It is late for us." '
        "Asked whether the plant would open, she said it was closed."
    )
    assert [row[1:] for row in said(text)] == [("Nora Quill", "said")] * 2


def test_a_stop_after_the_marks_ends_the_sentence() -> None:
    text = "Nora Quill called it “a joke”. The message, she said, came late."
    assert said(text) == [("a joke", "Nora Quill", "called")]


def test_the_next_clause_does_not_take_the_quotation() -> None:
    text = (
        "Nora Quill spoke. « It is late », she said. « We go home now. » She does not say when; "
        "the board affirms that it is closed."
    )
    assert [row[1:] for row in said(text)] == [("Nora Quill", "said")] * 2


def test_a_clause_without_reporting_word_goes_to_the_speaker_at_hand() -> None:
    text = (
        "Nora Quill said the ferry had stopped. What is left is one barge, but "
        '"for most of the year, the barge was the only one that could run."'
    )
    ((_, speaker, cue),) = said(text)
    assert (speaker, cue) == ("Nora Quill", None)


def test_a_paragraph_that_ends_in_a_colon_announces_the_next() -> None:
    text = 'Nora Quill wrote to the board:\n\n"The bridge is not safe at all."'
    assert said(text) == [("The bridge is not safe at all.", "Nora Quill", "wrote")]


def test_a_line_under_the_quotation_can_sign_it() -> None:
    text = '"The bridge is not safe at all."\n\n- Nora Quill'
    assert said(text) == [("The bridge is not safe at all.", "Nora Quill", None)]


# --- direct and mixed --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"It is safe," Nora Quill said.', QuotationKind.DIRECT),
        ('Nora Quill told reporters, "No, it is safe."', QuotationKind.DIRECT),
        ('Nora Quill said that "It is safe. We checked."', QuotationKind.DIRECT),
        ('Nora Quill said the crew "used the quay to land."', QuotationKind.MIXED),
        ('Nora Quill warned of "dangerous cracks" in it.', QuotationKind.MIXED),
    ],
)
def test_words_that_run_inside_a_sentence_are_mixed(text: str, kind: QuotationKind) -> None:
    assert [quotation.kind for quotation in quoted(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ('Nora Quill labeled the plan as "reckless."', "labeled"),
        ('Nora Quill called it "reckless."', "called"),
        ('Nora Quill thanked the crew for its "patience."', "thanked"),
        ('Nora Quill said no, stressing the need to "take care" of it.', "stressing"),
        ('Nora Quill left the room, adding that it was "over."', "adding"),
        ('The plan was described by Nora Quill as "reckless."', "described"),
        ('The plan was "reckless" from the start, Nora Quill said.', "said"),
        ('They discussed Nora Quill\'s call for "calm" at sea.', "call"),
    ],
)
def test_a_few_words_belong_to_the_word_that_governs_them(text: str, cue: str) -> None:
    ((_, speaker, found),) = said(text)
    assert (speaker, found) == ("Nora Quill", cue)


def test_a_follow_up_participle_keeps_the_subject_of_its_sentence() -> None:
    text = 'Nora Quill warned of "cracks" in it, arguing that they threaten "every ferry."'
    assert said(text) == [
        ("cracks", "Nora Quill", "warned"),
        ("every ferry.", "Nora Quill", "arguing"),
    ]


def test_a_participle_after_a_comma_belongs_to_the_main_clause() -> None:
    text = 'Nora Quill said that Piet Maas denied it, calling him "a liar."'
    assert said(text) == [("a liar.", "Nora Quill", "calling")]


def test_a_tag_with_the_verb_first_can_close_the_sentence() -> None:
    text = 'The plan was "reckless" from the start, said Nora Quill, head of the board.'
    assert said(text) == [("reckless", "Nora Quill", "said")]


def test_whoever_is_said_to_say_it_speaks_not_whoever_reports_that() -> None:
    text = 'Nora Quill said that Piet Maas had called the plan "reckless."'
    assert said(text) == [("reckless.", "Piet Maas", "called")]


def test_what_somebody_only_thinks_is_told_by_the_one_who_says_so() -> None:
    text = 'Nora Quill said that Piet Maas thinks the plan is "reckless."'
    assert said(text) == [("reckless.", "Nora Quill", "said")]


def test_words_taken_up_from_a_quotation_are_that_speakers() -> None:
    text = (
        'Nora Quill issued a statement. "We see rising dangers," the statement read.\n\n'
        'The statement did not say what the "dangers" were.'
    )
    assert said(text)[1] == ("dangers", "Nora Quill", None)


# --- what is no quotation ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'Nora Quill, a driver known on the pier as "Captain", said she survived.',
        'Nora Quill, nicknamed "Captain" by her friends, said she survived.',
        'Nora Quill, dubbed "Captain" by her friends, said she survived.',
        'The Lethen claims of "progress" were long gone.',
        'Nora Quill took the stage. "(Applause.)"',
        'Piet Maas said that Nora "Nell" Quill had left.',
        'The gang launched a "raid" on the quay, where the boats were kept.',
        'Divers found a "ghost fleet" under the quay.',
        'The so-called "ghost fleet" lay there, Nora Quill said.',
        'Nora Quill appeared on "Meet the Harbour" on Sunday.',
        'Nora Quill, who wrote the novel "Nightfall," left.',
        'The word "quay" means a landing place.',
        'A boat named "Storm" sank.',
        'The plan has been described as "reckless" at times.',
        'Nora Quill, who has said little, left the "raid" to others.',
    ],
)
def test_words_that_nobody_is_said_to_have_uttered_are_left_out(text: str) -> None:
    assert said(text) == []


def test_words_quoted_inside_a_quotation_are_no_row() -> None:
    text = "Nora Quill said: \"They call it 'the pit' here.\""
    assert [words for words, _, _ in said(text)] == ["They call it 'the pit' here."]


def test_the_addressee_is_not_the_speaker() -> None:
    text = 'Nora Quill, who led the board, told Piet Maas, "It is safe."'
    assert said(text) == [("It is safe.", "Nora Quill", "told")]


def test_a_noun_is_no_reporting_word() -> None:
    assert said('The claims of the board about "safety" went on.') == []


# --- dirty and foreign text --------------------------------------------------------------


def test_sentences_glued_to_a_quotation_do_no_harm() -> None:
    text = "The ferry stopped.“It is safe,” Nora Quill said.The board left."
    assert said(text) == [("It is safe,", "Nora Quill", "said")]


@pytest.mark.parametrize(
    ("language", "text", "row"),
    [
        ("es", '"No hay peligro", dijo Nora Quill.', ("No hay peligro", "Nora Quill", "dijo")),
        (
            "fr",
            "«Le pont est fermé», a déclaré Nora Quill.",
            ("Le pont est fermé", "Nora Quill", "déclaré"),
        ),
        (
            "de",
            "„Das ist sicher“, sagte Nora Quill.",
            ("Das ist sicher", "Nora Quill", "sagte"),
        ),
        ("zh", "她说：「这座桥现在很安全。」", ("这座桥现在很安全。", None, None)),
    ],
)
def test_other_languages_have_their_reporting_words(
    language: str, text: str, row: tuple[str, str | None, str | None]
) -> None:
    assert said(text, language=language) == [row]


def test_a_text_without_sentences_has_no_quotations() -> None:
    assert quoted("") == ()


_PIECES = st.sampled_from(
    [
        *"\"“”‘’',.:?()\n王",
        *"said she called that according to the statement who -- safe by was".split(),
        "Nora Quill",
        "called it",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    end = 0
    for quotation in quoted(text):
        assert end < quotation.span.start < quotation.span.end
        assert quotation.group.startswith("a1:")
        end = quotation.span.end
        for span in (quotation.speaker_span, quotation.cue_span):
            assert span is None or span.of(text).strip()
        assert (quotation.cue is None) == (quotation.cue_span is None)


@given(st.text(max_size=60))
def test_any_characters_are_read(text: str) -> None:
    assert all(q.span.of(text) for q in quoted(text, language="und"))
