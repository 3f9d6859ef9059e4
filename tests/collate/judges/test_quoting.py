from __future__ import annotations

from newstemma.records import VariantKind
from tests.collate.pairs import collate, kinds, places

_WORDS = "We will never sell the old lighthouse to a foreign bidder"
_PARENT = f'"{_WORDS}," Mayor Tomas Reyl said.'
_QUOTES = {kind for kind in VariantKind if kind.startswith("quote-")}


def test_the_same_words_are_no_change() -> None:
    assert not _QUOTES & kinds(f"Mayor Tomas Reyl said: “{_WORDS}.”", _PARENT)


def test_changed_words_are_reported() -> None:
    child = _PARENT.replace("a foreign", "the highest")
    assert VariantKind.QUOTE_ALTERED in kinds(child, _PARENT)


def test_a_quotation_cut_short_is_reported_with_what_is_gone() -> None:
    parent = f'Mayor Tomas Reyl said: "{_WORDS}. Unless the council votes for a public auction."'
    child = f'Mayor Tomas Reyl said: "{_WORDS}."'
    (variant,) = (v for v in collate(child, parent) if v.kind is VariantKind.QUOTE_TRUNCATED)
    assert "Unless the council votes" in variant.note


def test_other_quotations_with_the_same_words_do_not_make_it_cut() -> None:
    text = f'"{_WORDS}," Reyl said. Later he said: "{_WORDS} or to anybody in the wide world."'
    assert not _QUOTES & kinds(text, text)


def test_words_in_another_mouth_are_reported() -> None:
    child = _PARENT.replace("Mayor Tomas Reyl", "Governor Lena Hartig")
    assert VariantKind.QUOTE_MISATTRIBUTED in kinds(child, _PARENT)


def test_a_shorter_name_is_the_same_mouth() -> None:
    assert VariantKind.QUOTE_MISATTRIBUTED not in kinds(
        f'Tomas Reyl is mayor. "{_WORDS}," Reyl said.', _PARENT
    )


def test_a_made_up_quotation_is_reported_without_a_place_in_the_parent() -> None:
    child = _PARENT + ' "Nobody in this town trusts the harbour board any longer," Reyl said.'
    ((mine, theirs),) = places(child, _PARENT, VariantKind.QUOTE_ADDED)
    assert mine.startswith("Nobody in this town")
    assert theirs == ""


def test_a_quotation_that_another_article_has_was_not_made_up() -> None:
    more = '"Nobody in this town trusts the harbour board any longer," Reyl said.'
    assert VariantKind.QUOTE_ADDED in kinds(f"{_PARENT} {more}", _PARENT)
    assert VariantKind.QUOTE_ADDED not in kinds(f"{_PARENT} {more}", _PARENT, more)


def test_a_warning_that_became_a_label_is_reported() -> None:
    parent = 'Mayor Tomas Reyl warned of "a costly mistake for generations" if the council waits.'
    child = 'Mayor Tomas Reyl described the auction as "a costly mistake for generations."'
    assert VariantKind.QUOTE_RECONTEXTUALISED in kinds(child, parent)


def test_what_the_speaker_called_so_may_be_given_as_a_label() -> None:
    parent = 'Mayor Tomas Reyl said: "This auction is a costly mistake for generations."'
    child = 'Mayor Tomas Reyl described the auction as "a costly mistake for generations."'
    assert VariantKind.QUOTE_RECONTEXTUALISED not in kinds(child, parent)


def test_a_piece_of_a_sentence_was_cut() -> None:
    parent = '"We heard a long scrape and then the lights went out," said Anna Kessel.'
    child = 'Anna Kessel said that they "heard a long scrape".'
    assert VariantKind.QUOTE_TRUNCATED in kinds(child, parent)


def test_a_quotation_that_was_parted_was_not_cut() -> None:
    parent = '"We heard a long scrape and then the lights went out," said Anna Kessel.'
    child = '"We heard a long scrape," Anna Kessel said, "and then the lights went out."'
    assert VariantKind.QUOTE_TRUNCATED not in kinds(child, parent)


def test_a_quotation_in_other_words_of_the_same_speaker_was_altered_and_not_made_up() -> None:
    parent = '"Every letter that reached the council was answered within a week," said Anna Kessel.'
    child = (
        '"All the letters that came to us obtained an answer within seven days," Anna Kessel said.'
    )
    found = kinds(child, parent)
    assert VariantKind.QUOTE_ALTERED in found
    assert VariantKind.QUOTE_ADDED not in found


def test_dots_say_that_words_were_left_out() -> None:
    parent = _PARENT.replace(" to a foreign", ", and I have said so often, to a foreign")
    child = '"We will never sell the old lighthouse… to a foreign bidder," Mayor Tomas Reyl said.'
    assert not _QUOTES & kinds(child, parent)


def test_a_name_between_marks_is_nothing_that_was_said() -> None:
    parent = "Reyl sits on the Northern Lighthouse and Harbour Preservation Board."
    child = 'Tomas Reyl calls it the "Northern Lighthouse and Harbour Preservation Board".'
    assert VariantKind.QUOTE_ADDED not in kinds(child, parent)


def test_words_after_a_colon_were_said_as_in_a_transcript() -> None:
    parent = f"TOMAS REYL, MAYOR: {_WORDS}."
    assert VariantKind.QUOTE_ADDED not in kinds(_PARENT, parent)


def test_words_that_stand_right_before_the_marks_were_not_cut() -> None:
    child = f'Mayor Tomas Reyl said that we will never sell "{_WORDS.split("sell ")[1]}."'
    assert VariantKind.QUOTE_TRUNCATED not in kinds(child, _PARENT)


def test_words_that_stand_nowhere_beside_the_marks_were_cut() -> None:
    child = f'Mayor Tomas Reyl spoke of "{_WORDS.split("never ")[1].removeprefix("sell ")}."'
    parent = _PARENT.replace("We will never sell", "Greedy neighbours are begging us for")
    assert VariantKind.QUOTE_TRUNCATED in kinds(child, parent)


def test_a_whole_sentence_left_out_was_cut_though_its_words_are_told_of_another() -> None:
    parent = f'Mayor Tomas Reyl said: "{_WORDS}. Unless the council votes for a public auction."'
    child = f'Mayor Tomas Reyl said of the sale: "{_WORDS}."'
    assert VariantKind.QUOTE_TRUNCATED in kinds(child, parent)


def test_two_neighbouring_quotations_made_one_are_no_change() -> None:
    more = "The council has promised that to every family in Port Alder"
    parent = f'"{_WORDS}," Mayor Tomas Reyl said. "{more}."'
    assert not _QUOTES & kinds(f'Mayor Tomas Reyl said: "{_WORDS}. {more}."', parent)
