"""Sources, cues and contents."""

from __future__ import annotations

import pytest

from newstemma.records import AttributionKind, SourceKind, Span
from newstemma.text.attributions import NO_PARSE
from tests.text.attributions.trees import read, said_in


def test_a_clause_is_the_content_of_a_verb_of_saying() -> None:
    said = read(
        "Ann/PROPN/3/nsubj Lee/PROPN/1/flat said/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl "
        "that/SCONJ/9/mark the/DET/8/det bridge/NOUN/9/nsubj fell/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert said.parts("said") == ("Ann Lee", ["that the bridge fell"])
    assert said.row("said").kind is AttributionKind.INDIRECT
    assert said.row("said").source == "Ann Lee"
    assert said.row("said").source_kind is SourceKind.PERSON


def test_auxiliaries_and_adverbs_belong_to_the_cue() -> None:
    said = read(
        "Lee/PROPN/4/nsubj has/AUX/4/aux also/ADV/4/advmod denied/VERB/0/root "
        "the/DET/6/det plan/NOUN/4/obj ./PUNCT/4/punct"
    )
    assert said.parts("has also denied") == ("Lee", ["the plan"])


def test_a_tag_between_commas_parts_its_content_in_two() -> None:
    said = read(
        "The/DET/2/det bridge/NOUN/7/nsubj ,/PUNCT/5/punct Lee/PROPN/5/nsubj said/VERB/7/parataxis "
        ",/PUNCT/5/punct fell/VERB/0/root ./PUNCT/7/punct"
    )
    assert said.parts("said") == ("Lee", ["The bridge", "fell"])


def test_according_to_brings_in_a_source() -> None:
    said = read(
        "The/DET/2/det bridge/NOUN/3/nsubj fell/VERB/0/root ,/PUNCT/3/punct "
        "according/VERB/8/case to/ADP/5/fixed the/DET/8/det ministry/NOUN/3/obl ./PUNCT/3/punct"
    )
    assert said.parts("according to") == ("the ministry", ["The bridge fell"])
    assert said.row("according to").source_kind is SourceKind.ORGANISATION


def test_a_preposition_that_brings_in_the_content_ends_the_cue() -> None:
    said = read(
        "Lee/PROPN/2/nsubj called/VERB/0/root for/ADP/5/case a/DET/5/det vote/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    assert said.parts("called for") == ("Lee", ["a vote"])


def test_whoever_is_told_is_no_content() -> None:
    said = read(
        "Lee/PROPN/2/nsubj told/VERB/0/root reporters/NOUN/2/obj it/PRON/5/nsubj fell/VERB/2/ccomp "
        "./PUNCT/2/punct"
    )
    assert said.parts("told") == ("Lee", ["it fell"])


def test_nobody_is_the_source_of_what_is_expected() -> None:
    said = read(
        "The/DET/2/det bridge/NOUN/4/nsubj:pass is/AUX/4/aux:pass expected/VERB/0/root "
        "to/PART/6/mark fall/VERB/4/xcomp ./PUNCT/4/punct"
    )
    assert said.parts("is expected") == (None, ["The bridge", "to fall"])
    assert said.row("is expected").source_kind is SourceKind.NONE


def test_the_agent_of_a_passive_is_the_source() -> None:
    said = read(
        "Lee/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused/VERB/0/root by/ADP/5/case "
        "critics/NOUN/3/obl of/ADP/7/case fraud/NOUN/3/obl ./PUNCT/3/punct"
    )
    assert said.parts("was accused") == ("critics", ["Lee", "of fraud"])
    assert said.row("was accused").source_kind is SourceKind.COLLECTIVE


def test_a_verb_without_a_subject_has_that_of_the_verb_above() -> None:
    said = read(
        "Lee/PROPN/2/nsubj left/VERB/0/root ,/PUNCT/2/punct saying/VERB/2/advcl it/PRON/6/nsubj "
        "fell/VERB/4/ccomp ./PUNCT/2/punct"
    )
    assert said.parts("saying") == ("Lee", ["it fell"])


def test_who_means_the_person_before_it() -> None:
    said = read(
        "Ann/PROPN/6/nsubj Lee/PROPN/1/flat ,/PUNCT/1/punct who/PRON/5/nsubj "
        "opposes/VERB/1/acl:relcl left/VERB/0/root the/DET/8/det board/NOUN/5/obj ./PUNCT/6/punct"
    )
    assert said.parts("opposes")[0] == "who"
    assert said.row("opposes").source == "Ann Lee"


def test_a_verb_on_no_list_attributes_with_a_that_clause() -> None:
    said = read(
        "Lee/PROPN/2/nsubj rejoiced/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj "
        "fell/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert said.parts("rejoiced") == ("Lee", ["that it fell"])


def test_making_something_happen_attributes_nothing() -> None:
    said = read(
        "Lee/PROPN/2/nsubj ensured/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj "
        "fell/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert not said.rows


def test_a_denied_saying_is_negated() -> None:
    said = read(
        "Lee/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod say/VERB/0/root it/PRON/6/nsubj "
        "fell/VERB/4/ccomp ./PUNCT/4/punct"
    )
    assert said.row("did not say").negated


_DENIED = (
    "Ann/PROPN/3/nsubj Lee/PROPN/1/flat said/VERB/0/root that/SCONJ/7/mark Bo/PROPN/7/nsubj "
    "Maas/PROPN/5/flat denied/VERB/3/ccomp the/DET/9/det plan/NOUN/7/obj ./PUNCT/3/punct"
)


def test_what_stands_in_a_content_hangs_on_it() -> None:
    said = read(_DENIED)
    outer, inner = said.row("said"), said.row("denied")
    assert outer.parent is None
    assert inner.parent is not None
    assert said.rows[inner.parent] == outer
    assert (outer.source, inner.source) == ("Ann Lee", "Bo Maas")


def test_a_quotation_is_the_content_with_its_marks() -> None:
    said = read(
        "“/PUNCT/3/punct It/PRON/3/nsubj fell/VERB/7/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct "
        "Lee/PROPN/7/nsubj said/VERB/0/root ./PUNCT/7/punct"
    )
    assert said.parts("said") == ("Lee", ["“It fell,”"])
    assert said.row("said").kind is AttributionKind.DIRECT
    assert said.row("said").quotations == (0,)


def test_words_quoted_in_a_clause_make_it_mixed() -> None:
    said = read(
        "Lee/PROPN/2/nsubj said/VERB/0/root that/SCONJ/8/mark it/PRON/8/nsubj was/AUX/8/cop "
        "“/PUNCT/8/punct a/DET/8/det failure/NOUN/2/ccomp ”/PUNCT/8/punct ./PUNCT/2/punct"
    )
    assert said.parts("said") == ("Lee", ["that it was “a failure”"])
    assert said.row("said").kind is AttributionKind.MIXED


def test_a_tag_keeps_its_apposition_though_the_parse_loses_it() -> None:
    said = read(
        "“/PUNCT/3/punct It/PRON/3/nsubj fell/VERB/0/root ,/PUNCT/3/punct ”/PUNCT/3/punct "
        "said/VERB/3/parataxis Ann/PROPN/6/nsubj Lee/PROPN/7/flat ,/PUNCT/11/punct a/DET/11/det "
        "baker/NOUN/3/parataxis in/ADP/13/case Ostport/PROPN/11/nmod ./PUNCT/3/punct"
    )
    assert said.parts("said") == ("Ann Lee, a baker in Ostport", ["“It fell,”"])


def test_without_a_parse_quotations_are_attributed() -> None:
    text = "“It fell,” said Ann Lee. She called it “a failure.”"
    rows = said_in(text, NO_PARSE).attributions
    found = [(row.source, [span.of(text) for span in row.content_spans]) for row in rows]
    assert found == [("Ann Lee", ["“It fell,”"]), ("Ann Lee", ["“a failure.”"])]


def test_no_text_has_no_attributions() -> None:
    assert said_in("", NO_PARSE).attributions == ()


@pytest.mark.parametrize(
    ("source", "kind", "specificity"),
    [
        ("Officials/NOUN/{v}/nsubj", SourceKind.COLLECTIVE, 1),
        ("Two/NUM/2/nummod officials/NOUN/{v}/nsubj", SourceKind.ANONYMOUS, 2),
        ("A/DET/2/det spokesman/NOUN/{v}/nsubj", SourceKind.ROLE, 1),
        (
            "Two/NUM/2/nummod people/NOUN/{v}/nsubj familiar/ADJ/2/amod with/ADP/6/case "
            "the/DET/6/det matter/NOUN/3/obl",
            SourceKind.ANONYMOUS,
            2,
        ),
    ],
)
def test_unnamed_sources_are_typed(source: str, kind: SourceKind, specificity: int) -> None:
    verb = len(source.split()) + 1
    said = read(
        f"{source.format(v=verb)} said/VERB/0/root it/PRON/{verb + 2}/nsubj "
        f"fell/VERB/{verb}/ccomp ./PUNCT/{verb}/punct"
    )
    assert (said.row("said").source_kind, said.row("said").specificity) == (kind, specificity)


def test_an_outlet_is_told_from_other_bodies() -> None:
    said = read(
        "The/DET/3/det Harbour/PROPN/3/compound News/PROPN/4/nsubj reported/VERB/0/root "
        "that/SCONJ/7/mark it/PRON/7/nsubj fell/VERB/4/ccomp ./PUNCT/4/punct"
    )
    assert said.row("reported").source_kind is SourceKind.OUTLET


def test_an_agency_is_called_by_the_name_beside_it() -> None:
    said = read(
        "It/PRON/2/nsubj fell/VERB/0/root ,/PUNCT/2/punct according/VERB/8/case to/ADP/4/fixed "
        "the/DET/8/det news/NOUN/8/compound agency/NOUN/2/obl ,/PUNCT/8/punct HWA/PROPN/8/appos "
        "./PUNCT/2/punct"
    )
    assert said.row("according to").source == "HWA"
    assert said.row("according to").source_kind is SourceKind.OUTLET


def test_i_means_whoever_is_quoted() -> None:
    said = read(
        "“/PUNCT/3/punct I/PRON/3/nsubj know/VERB/8/ccomp it/PRON/5/nsubj fell/VERB/3/ccomp "
        ",/PUNCT/3/punct ”/PUNCT/3/punct said/VERB/0/root Ann/PROPN/8/nsubj Lee/PROPN/9/flat "
        "./PUNCT/8/punct"
    )
    assert said.parts("know") == ("I", ["it fell"])
    assert said.row("know").source == "Ann Lee"


def test_whoever_is_asked_is_not_who_asks() -> None:
    said = read(
        "Asked/VERB/8/advcl if/SCONJ/4/mark it/PRON/4/nsubj fell/VERB/1/ccomp ,/PUNCT/1/punct "
        "Lee/PROPN/8/nsubj then/ADV/8/advmod agreed/VERB/0/root ./PUNCT/8/punct"
    )
    assert said.parts("Asked") == (None, ["if it fell"])


def test_support_is_no_speech() -> None:
    said = read(
        "Lee/PROPN/2/nsubj supports/VERB/0/root a/DET/4/det vote/NOUN/2/obj ,/PUNCT/2/punct "
        "saying/VERB/2/advcl it/PRON/8/nsubj failed/VERB/6/ccomp ./PUNCT/2/punct"
    )
    assert not said.row("supports").speech
    assert said.row("saying").speech


def test_hearsay_has_no_source() -> None:
    said = read(
        "The/DET/2/det plan/NOUN/4/nsubj reportedly/ADV/4/advmod failed/VERB/0/root ./PUNCT/4/punct"
    )
    assert said.parts("reportedly") == (None, ["The plan", "failed"])
    assert said.row("reportedly").source_kind is SourceKind.NONE


def test_a_quotation_of_somebody_else_hangs_in_the_content() -> None:
    said = read(
        "It/PRON/2/nsubj fell/VERB/0/root ,/PUNCT/2/punct with/ADP/6/case Ann/PROPN/6/compound "
        "Lee/PROPN/2/obl warning/NOUN/6/acl of/ADP/10/case “/PUNCT/10/punct ruin/NOUN/7/nmod "
        ",/PUNCT/10/punct ”/PUNCT/10/punct according/VERB/16/case to/ADP/13/fixed the/DET/16/det "
        "ministry/NOUN/2/obl ./PUNCT/2/punct"
    )
    inner = said.row("warning")
    assert inner.source == "Ann Lee"
    assert inner.parent is not None
    assert said.rows[inner.parent] == said.row("according to")


def test_spans_slice_back() -> None:
    said = read(_DENIED, before="Überfall!")
    assert all(Span(0, len(said.text)).covers(span) for r in said.rows for span in r.content_spans)
    assert said.parts("denied") == ("Bo Maas", ["the plan"])
