"""The main job on one leak told ten times: what is true is found, and nothing else."""

from __future__ import annotations

import pytest

from newstemma.pipeline import analyze
from newstemma.records import Furniture, FurnitureKind, RelationKind, TextSource, VariantKind
from newstemma.settings import Settings
from tests.examples.answer import (
    Answer,
    best_match,
    described,
    has_the_speaker,
    is_answered,
    relations,
    span_of,
    squash,
)
from tests.examples.truth import EXAMPLES, TrueArticle, TrueFurniture, TrueQuotation, truth_of

_TRUTH = truth_of("harbour")
_RETELLING_KINDS = frozenset(
    {
        VariantKind.QUOTE_ALTERED,
        VariantKind.QUOTE_TRUNCATED,
        VariantKind.QUOTE_MISATTRIBUTED,
        VariantKind.QUOTE_UNMARKED,
        VariantKind.QUOTE_ADDED,
        VariantKind.ATTRIBUTION_DROPPED,
        VariantKind.ATTRIBUTION_CHANGED,
        VariantKind.HEDGE_DROPPED,
        VariantKind.HEDGE_ADDED,
        VariantKind.NUMBER_CHANGED,
        VariantKind.DATE_CHANGED,
        VariantKind.PLACE_CHANGED,
        VariantKind.ROLE_CHANGED,
        VariantKind.PREDICATE_CHANGED,
        VariantKind.POLARITY_CHANGED,
        VariantKind.WORDING_CHARGED,
    }
)


# --- reading and cleaning


def test_every_article_is_read_and_none_fails(harbour: Answer) -> None:
    assert set(harbour.witnesses) == {row.path for row in _TRUTH.articles}
    assert harbour.analysis.failures == ()


@pytest.mark.parametrize("row", _TRUTH.articles, ids=lambda row: row.path)
def test_an_article_is_described_as_it_describes_itself(harbour: Answer, row: TrueArticle) -> None:
    assert described(harbour.articles[row.path]) == row.model_dump(exclude={"path"})


def test_offsets_of_plain_text_point_into_the_decoded_file(harbour: Answer) -> None:
    for name, article in harbour.articles.items():
        if name.endswith(".txt"):
            assert article.text_source is TextSource.FILE
            on_disk = (EXAMPLES / "harbour" / "articles" / name).read_bytes()
            assert article.text == on_disk.decode("utf-8")


@pytest.mark.parametrize("row", _TRUTH.furniture, ids=lambda row: f"{row.article}: {row.text}")
def test_furniture_is_marked_with_its_kind(harbour: Answer, row: TrueFurniture) -> None:
    article = harbour.articles[row.article]
    marked = [_marks(article.furniture, span, row.kind) for span in _places(article.text, row)]
    assert marked == [True] * row.times


def _places(text: str, row: TrueFurniture) -> list[tuple[int, int]]:
    starts = [i for i in range(len(text)) if text.startswith(row.text, i)]
    return [(start, start + len(row.text)) for start in starts]


def _marks(furniture: tuple[Furniture, ...], place: tuple[int, int], kind: FurnitureKind) -> bool:
    """Whether pieces of the kind cover nine tenths of the place."""
    covered = sum(
        max(0, min(piece.span.end, place[1]) - max(piece.span.start, place[0]))
        for piece in furniture
        if piece.kind is kind
    )
    return covered >= 0.9 * (place[1] - place[0])


def test_no_word_of_the_report_is_taken_for_furniture(harbour: Answer) -> None:
    said = [(row.article, row.text) for row in _TRUTH.quotations]
    told = [(row.child, row.child_text) for row in _TRUTH.variants if row.child_text]
    lost = [
        (name, text)
        for name, text in (*said, *told)
        for piece in harbour.articles[name].furniture
        if piece.span.overlaps(span_of(harbour.articles[name].text, text))
    ]
    assert lost == []


def test_the_page_around_the_html_article_is_no_part_of_the_report(harbour: Answer) -> None:
    page = harbour.witnesses["skarrow-times.html"]
    report = "\n".join(sentence.span.of(page.text) for sentence in page.sentences)
    around = ("cookies", "Storm warning", "morning letter", "All rights reserved", "Opinion")
    assert [words for words in around if words in report] == []
    assert "asleep in the bow" in report


# --- the family tree


def test_the_derivations_are_the_true_ones_and_no_other(harbour: Answer) -> None:
    found = {
        (harbour.names[row.child], harbour.names[row.parent], row.kind)
        for row in harbour.analysis.derivations
    }
    assert found == {(row.child, row.parent, row.kind) for row in _TRUTH.derivations}


def test_each_derivation_shows_its_evidence(harbour: Answer) -> None:
    for row in harbour.analysis.derivations:
        assert 0.5 < row.probability <= 1
        assert row.evidence


def test_the_lighthouse_is_a_story_of_its_own(harbour: Answer) -> None:
    found = {harbour.named(story.articles) for story in harbour.analysis.stories}
    assert found == {frozenset(story) for story in _TRUTH.stories}


def test_two_reports_on_the_leak_stand_on_their_own(harbour: Answer) -> None:
    digests = _TRUTH.digests
    found = {
        (harbour.names[row.root], harbour.named(row.articles) - digests)
        for row in harbour.analysis.lineages
    }
    assert found == {(row.root, frozenset(row.articles) - digests) for row in _TRUTH.lineages}


def test_a_digest_belongs_to_the_lineage_of_a_parent(harbour: Answer) -> None:
    for digest in _TRUTH.digests:
        roots = {
            harbour.names[row.root]
            for row in harbour.analysis.lineages
            if digest in harbour.named(row.articles)
        }
        assert roots
        assert roots <= {row.root for row in _TRUTH.lineages if digest in row.articles}


def test_the_gazette_is_the_one_lost_witness(harbour: Answer) -> None:
    lost = [
        (row.name and squash(row.name), harbour.names[row.stands_for_it])
        for row in harbour.analysis.lost_witnesses
    ]
    assert lost == [(squash("Tarnholm Gazette"), "sound-radio.jsonl")]
    lineage = {harbour.names[row.root]: row.lost_witness for row in harbour.analysis.lineages}
    assert {root for root, name in lineage.items() if name} == {"sound-radio.jsonl"}


def test_one_press_conference_is_a_shared_source(harbour: Answer) -> None:
    found = relations(harbour)
    for row in _TRUTH.relations:
        assert found.get(frozenset({row.left, row.right})) is row.kind


def test_nothing_is_said_to_be_related_across_the_two_events(harbour: Answer) -> None:
    assert not [pair for pair in relations(harbour) if "sound-radio.jsonl" in pair]
    assert RelationKind.SHARED_SOURCE in relations(harbour).values()


# --- who said what


def _covered(harbour: Answer) -> tuple[list[TrueQuotation], int]:
    """The true quotations that were found, and how many were reported in those articles."""
    found = [row for row in _TRUTH.quotations if best_match(row, harbour)]
    articles = {row.article for row in _TRUTH.quotations}
    return found, sum(len(harbour.witnesses[name].quotations) for name in articles)


def test_quotations_are_found(harbour: Answer) -> None:
    found, _ = _covered(harbour)
    missed = [row.text for row in _TRUTH.quotations if row not in found]
    assert len(found) >= 0.95 * len(_TRUTH.quotations), missed


def test_what_is_reported_as_a_quotation_is_one(harbour: Answer) -> None:
    found, reported = _covered(harbour)
    assert len(found) >= 0.8 * reported


def test_quotations_are_given_to_their_speakers(harbour: Answer) -> None:
    found, _ = _covered(harbour)
    wrong = []
    for row in found:
        match = best_match(row, harbour)
        if match and not has_the_speaker(row, match):
            wrong.append((row.article, row.text, row.speaker, match.speaker))
    assert len(wrong) <= 0.1 * len(found), wrong


def test_direct_and_mixed_quotations_are_told_apart(harbour: Answer) -> None:
    found, _ = _covered(harbour)
    wrong = []
    for row in found:
        match = best_match(row, harbour)
        if match and match.kind is not row.kind:
            wrong.append((row.article, row.text, row.kind))
    assert len(wrong) <= 0.1 * len(found), wrong


def test_cues_are_named(harbour: Answer) -> None:
    cued = [row for row in _TRUTH.quotations if row.cue]
    wrong = []
    for row in cued:
        match = best_match(row, harbour)
        if match and match.cue is not None and match.cue != row.cue:
            wrong.append((row.article, row.text, row.cue, match.cue))
    assert len(wrong) <= 0.1 * len(cued), wrong
    named = [row for row in cued if (match := best_match(row, harbour)) and match.cue == row.cue]
    assert len(named) >= 0.7 * len(cued)


def test_parts_of_one_utterance_share_a_group(harbour: Answer) -> None:
    groups: dict[tuple[str, str], set[str]] = {}
    for row in _TRUTH.quotations:
        match = best_match(row, harbour)
        if match:
            groups.setdefault((row.article, row.utterance), set()).add(match.group)
    assert {key: found for key, found in groups.items() if len(found) > 1} == {}


def test_ships_and_nicknames_are_no_quotations(harbour: Answer) -> None:
    taken = [
        (row.article, row.text)
        for row in _TRUTH.not_quotations
        for found in harbour.witnesses[row.article].quotations
        if found.span.overlaps(span_of(harbour.witnesses[row.article].text, row.text))
    ]
    assert taken == []


# --- what changed


def test_planted_changes_are_found_with_a_right_kind(harbour: Answer) -> None:
    missed = [row for row in _TRUTH.variants if not is_answered(row, harbour)]
    shown = "\n".join(f"{row.child}: {row.kind}: {row.child_text!r}" for row in missed)
    assert len(missed) <= 0.2 * len(_TRUTH.variants), f"{len(missed)} missed\n{shown}"


def test_a_verbatim_reprint_is_not_said_to_have_changed_what_was_said(harbour: Answer) -> None:
    made_up = [
        (change.kind, change.note)
        for change in harbour.analysis.variants
        if harbour.names[change.child] == "coast-post.txt" and change.kind in _RETELLING_KINDS
    ]
    assert made_up == []


def _reported(harbour: Answer, kind: VariantKind) -> list[tuple[str, str]]:
    """Where a kind of change is reported: the child and its words."""
    return [
        (name, change.child_span.of(harbour.articles[name].text))
        for change in harbour.analysis.variants
        for name in [harbour.names[change.child]]
        if change.kind is kind and change.child_span
    ]


def test_only_the_minister_has_her_words_given_to_somebody_else(harbour: Answer) -> None:
    found = _reported(harbour, VariantKind.QUOTE_MISATTRIBUTED)
    assert [name for name, _ in found] == ["newsorbit.txt"]
    assert "blamed for a harbour closed too long" in found[0][1]


def test_no_quotation_is_said_to_be_made_up(harbour: Answer) -> None:
    assert _reported(harbour, VariantKind.QUOTE_ADDED) == []


def test_only_the_criminal_inquiry_is_turned_into_its_opposite(harbour: Answer) -> None:
    found = _reported(harbour, VariantKind.POLARITY_CHANGED)
    assert [(name, "criminal inquiry" in words) for name, words in found] == [
        ("newsorbit.txt", True)
    ]


def test_words_in_quotation_marks_are_not_called_unmarked(harbour: Answer) -> None:
    wrong = [
        (row.article, row.text)
        for row in _TRUTH.quotations
        for name, words in _reported(harbour, VariantKind.QUOTE_UNMARKED)
        if name == row.article and words in row.text
    ]
    assert wrong == []


def test_variants_hang_on_true_derivations_only(harbour: Answer) -> None:
    edges = {(row.child, row.parent) for row in _TRUTH.derivations}
    found = {
        (harbour.names[row.child], harbour.names[row.parent]) for row in harbour.analysis.variants
    }
    assert found <= edges


# --- the whole


def test_the_order_of_the_paths_changes_nothing(harbour: Answer) -> None:
    folder = EXAMPLES / "harbour"
    paths = sorted((folder / "articles").iterdir(), reverse=True)
    again = analyze(paths, settings=Settings(metadata=str(folder / "metadata.csv")))
    assert again == harbour.analysis
