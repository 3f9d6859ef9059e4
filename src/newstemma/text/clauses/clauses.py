"""Reads the clauses of a parse.

Which words are predicates, and what fills their roles, follows the relations of Universal
Dependencies (de Marneffe and others, 2021) with the additions of its enhanced form: an argument
that two verbs share is given to both, and a relative pronoun stands for what it refers to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newstemma.records import Argument, ArgumentRole, Clause, Span
from newstemma.text.clauses.phrases import noun_phrase
from newstemma.text.parse import Parse
from newstemma.text.parse.tree import Tree

__all__ = ["clauses"]

_NEGATIONS = frozenset("not n't n’t never no neither nor".split())
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_MOST_STEPS = 6  # verbs between one without a subject and the one that has it
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def clauses(text: str, parse: Parse) -> tuple[Clause, ...]:
    """The clauses of `text`, in the order of their predicates."""
    tree = Tree(text, parse)
    places = [place for place in range(len(parse.tokens)) if _is_predicate(tree, place)]
    number = {place: n for n, place in enumerate(places)}
    return tuple(_clause(tree, place, _above(tree, place, number)) for place in places)


def _is_predicate(tree: Tree, place: int) -> bool:
    if tree.child(place, "cop") is not None:
        return True
    verbal = tree.upos(place) == "VERB" and tree.rel(place) not in {"amod", "compound", "case"}
    return verbal and tree.full_rel(place) not in {"aux", "aux:pass", "mark", "fixed", "advmod"}


def _above(tree: Tree, place: int, number: dict[int, int]) -> int | None:
    """The nearest predicate that it hangs on."""
    head = tree.head(place)
    while head is not None and head not in number:
        head = tree.head(head)
    return None if head is None else number[head]


def _clause(tree: Tree, place: int, parent: int | None) -> Clause:
    copular = tree.child(place, "cop") is not None
    auxiliaries = [at for at in tree.children(place) if _is_auxiliary(tree, at)]
    found = {a.span: a for a in (*_own(tree, place), *_inherited(tree, place))}
    arguments = sorted(found.values(), key=lambda a: (a.span, a.role))
    token = tree.parse.tokens[place]
    return Clause(
        span=_stretch(tree, place),
        predicate=token.span,
        lemma="be" if copular else token.lemma.lower(),
        auxiliaries=tuple(tree.parse.tokens[at].span for at in auxiliaries),
        arguments=tuple(arguments),
        negated=any(tree.keys[at] in _NEGATIONS for at in auxiliaries),
        passive=_is_passive(tree, place),
        parent=parent,
        relation=tree.full_rel(place),
    )


def _is_auxiliary(tree: Tree, place: int) -> bool:
    negation = tree.keys[place] in _NEGATIONS
    return negation or tree.rel(place) in {"aux", "cop"} or tree.full_rel(place) == "compound:prt"


def _stretch(tree: Tree, place: int) -> Span:
    """From the first of its tokens to the last, without what other predicates begin."""
    first, end = tree.first[place], tree.end[place]
    cut = [
        (tree.first[at], tree.end[at])
        for at in tree.children(place, "conj", "parataxis")
        if _is_predicate(tree, at)
    ]
    pieces = tree.without(first, end, cut)
    kept = next((r for r in pieces if r[0] <= place < r[1]), (first, end))  # a misplaced arc
    return tree.span(*kept)


def _is_passive(tree: Tree, place: int) -> bool:
    if any(tree.full_rel(at) in {"aux:pass", "nsubj:pass"} for at in tree.children(place)):
        return True
    participle = tree.parse.tokens[place].xpos == "VBN" or tree.keys[place].endswith("ed")
    return participle and tree.full_rel(place) == "acl"


def _own(tree: Tree, place: int) -> Iterator[Argument]:
    """The arguments that hang on the predicate itself."""
    passive = _is_passive(tree, place)
    if tree.child(place, "cop") is not None:
        yield _copied(tree, place)
    for at in tree.children(place):
        relation, marker = tree.full_rel(at), _marker(tree, at)
        if relation in {"nsubj", "nsubj:outer"} and not passive:
            yield _argument(tree, at, ArgumentRole.AGENT)
        elif relation == "nsubj:pass" or tree.rel(at) == "nsubj" or relation == "obj":
            yield _argument(tree, at, ArgumentRole.PATIENT)
        elif relation == "iobj":
            yield _argument(tree, at, ArgumentRole.RECIPIENT)
        elif relation == "xcomp" and tree.upos(at) in _NOMINALS:
            yield _argument(tree, at, ArgumentRole.ATTRIBUTE)
        elif relation == "obl:agent" or (passive and marker == "by" and tree.rel(at) == "obl"):
            yield _argument(tree, at, ArgumentRole.AGENT)
        elif tree.rel(at) == "obl":
            yield replace(_argument(tree, at, ArgumentRole.ADJUNCT), marker=marker)


def _copied(tree: Tree, place: int) -> Argument:
    """What the subject is said to be, without the subject and the verb."""
    apart = tree.children(place, "nsubj", "cop", "aux", "mark", "advmod", "punct", "cc", "expl")
    before = [tree.end[at] for at in apart if at < place]
    first, end = noun_phrase(tree, place)
    return Argument(
        role=ArgumentRole.ATTRIBUTE,
        span=tree.span(max([first, *(at for at in before if at <= place)]), end),
        head=tree.parse.tokens[place].span,
        lemma=tree.parse.tokens[place].lemma.lower(),
        marker=_marker(tree, place),
    )


def _argument(tree: Tree, place: int, role: ArgumentRole) -> Argument:
    """A phrase in a role; a relative pronoun's is that of the noun before."""
    meant = _antecedent(tree, place)
    head = place if meant is None else meant
    return Argument(
        role=role,
        span=tree.span(*noun_phrase(tree, head)),
        head=tree.parse.tokens[head].span,
        lemma=tree.parse.tokens[head].lemma.lower(),
        shared=meant is not None,
    )


def _antecedent(tree: Tree, place: int) -> int | None:
    verb = tree.head(place)
    if verb is None or tree.keys[place] not in _RELATIVE or tree.upos(place) == "DET":
        return None
    while tree.rel(verb) == "conj" and (above := tree.head(verb)) is not None:
        verb = above
    return tree.head(verb) if tree.full_rel(verb) == "acl:relcl" else None


def _marker(tree: Tree, place: int) -> str | None:
    """The preposition of a phrase: "out of" as written, in lower case."""
    case = next((at for at in tree.children(place, "case") if at < place), None)
    if case is None:
        return None
    fixed = [at for at in tree.children(case, "fixed") if at < place]
    return " ".join(tree.keys[at] for at in (case, *fixed))


def _inherited(tree: Tree, place: int) -> Sequence[Argument]:
    """The subject of a verb that has none of its own: another verb's, or the noun it tells of."""
    if tree.child(place, "nsubj", "csubj") is not None:
        return ()
    role = ArgumentRole.PATIENT if _is_passive(tree, place) else ArgumentRole.AGENT
    head = _subject(tree, place)
    return () if head is None else (replace(_argument(tree, head, role), shared=True),)


def _subject(tree: Tree, place: int) -> int | None:
    for _ in range(_MOST_STEPS):
        above, relation = tree.head(place), tree.full_rel(place)
        if above is None:
            return None
        if relation == "acl":
            return above if tree.upos(above) in _NOMINALS else None
        if tree.rel(place) not in _SHARING:
            return None
        controller = tree.child(above, "obj") if relation == "xcomp" else None
        found = controller if controller is not None else tree.child(above, "nsubj")
        if found is not None:
            return found
        place = above
    return None
