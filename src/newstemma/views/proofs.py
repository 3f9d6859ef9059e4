"""Why two articles are held to be what the page says: every signal with its place."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.records import Derivation, Evidence, Relation, RelationKind, Span, Witness
from newstemma.views.records import Citation, Name, Proof, Prose, Signal
from newstemma.views.wording import a_kind, likelihood, number, percent

__all__ = ["derivation_proof", "relation_claim", "relation_proof", "signals"]


def derivation_proof(
    edge: Derivation, witnesses: dict[str, Witness], names: dict[str, Name]
) -> Proof:
    """Why the child is held to be made from the parent."""
    child, parent = names[edge.child], names[edge.parent]
    return Proof(
        left=child,
        right=parent,
        claim=(child, f" is {likelihood(edge.probability)} {a_kind(edge.kind)} of ", parent),
        probability=percent(edge.probability),
        signals=signals(edge.evidence, witnesses[edge.child], witnesses[edge.parent], names),
    )


def relation_proof(one: Relation, witnesses: dict[str, Witness], names: dict[str, Name]) -> Proof:
    """Why the two are held to be related, though neither to be the parent."""
    left, right = names[one.left], names[one.right]
    return Proof(
        left=left,
        right=right,
        claim=relation_claim(one, names),
        probability=percent(one.probability),
        signals=signals(one.evidence, witnesses[one.left], witnesses[one.right], names),
    )


def relation_claim(one: Relation, names: dict[str, Name]) -> Prose:
    """The relation as a sentence without its full stop."""
    left, right = names[one.left], names[one.right]
    if one.kind is RelationKind.SHARED_SOURCE:
        return (
            left,
            " and ",
            right,
            " both quote the same third text; neither was made from the other",
        )
    return (left, " and ", right, " overlap, but it cannot be told which was made from which")


def signals(
    evidence: Sequence[Evidence],
    child: Witness,
    parent: Witness,
    names: dict[str, Name],
) -> tuple[Signal, ...]:
    """The signals, the weightiest first. Other articles that a note speaks of get their siglum."""
    ranked = sorted(evidence, key=lambda one: (-abs(one.weight), one.signal))
    return tuple(
        Signal(
            label=one.signal.replace("_", " ").replace("-", " ").capitalize(),
            score=number(one.score),
            weight=one.weight,
            note=_with_sigla(one.note, names),
            child=_cite(names[child.id], child, one.child_span),
            parent=_cite(names[parent.id], parent, one.parent_span),
        )
        for one in ranked
    )


def _with_sigla(note: str, names: dict[str, Name]) -> str:
    return " ".join(names[word].siglum if word in names else word for word in note.split(" "))


def _cite(name: Name, witness: Witness, span: Span | None) -> Citation | None:
    return None if span is None else Citation(article=name, span=span, text=span.of(witness.text))
