from __future__ import annotations

import pytest

from newstemma.text.cleaning.language import language_of
from tests.text.cleaning.pages import LAST, LEAD, SECOND


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{LEAD} {SECOND} {LAST}", "en"),
        ("Der Bürgermeister sagte am Montag, dass die Brücke wieder offen ist.", "de"),
        ("El alcalde dijo el lunes que el puente está otra vez abierto al tráfico.", "es"),
        ("Die burgemeester van die dorp het Maandag gesê dat die brug nou weer oop is.", "af"),
        ("Мэр города заявил в понедельник, что мост снова открыт для движения.", "ru"),
        ("市長は月曜日、橋の通行が再開されたと発表した。けが人はいなかった。", "ja"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12:30 – 14:45", "Tidewater", "— · — " * 40])
def test_too_little_to_tell_is_undetermined(text: str) -> None:
    assert language_of(text) == "und"
