from __future__ import annotations

from newstemma.collate.credit import credited
from tests.collate.pairs import read

_WORDS = '"The northern breakwater will not last another winter"'


def _credited(text: str) -> str | None:
    article = read(text)
    (quotation,) = article.quotations
    return credited(article, quotation)


def test_a_name_beside_the_reporting_word_is_printed() -> None:
    assert _credited(f"{_WORDS}, Ilsa Verhoeven said.") == "Ilsa Verhoeven"


def test_whom_a_pronoun_stands_for_is_not() -> None:
    assert _credited(f"Ilsa Verhoeven walked the quay. {_WORDS}, she said.") is None


def test_words_that_nobody_is_given_for_have_no_speaker() -> None:
    assert _credited(f"{_WORDS}.") is None
