from __future__ import annotations

from newstemma.text.identity.judged import NO_JUDGEMENTS, judged
from newstemma.text.identity.scorer import Answer


def test_a_judgement_holds_for_every_spelling_of_the_two_names() -> None:
    names = judged(same=[("Ramón Iglesias", "Ferro")], different=[("Lee", "Li")])
    assert names.answer("FERRO", "Ramon Iglesias") is Answer.SAME
    assert names.answer("li", "LEE") is Answer.DIFFERENT
    assert names.answer("Lee", "Ferro") is None
    assert names.partners("Ferro") == ("ramoniglesias",)


def test_without_judgements_nothing_is_said() -> None:
    assert NO_JUDGEMENTS.answer("Lee", "Lee") is None
