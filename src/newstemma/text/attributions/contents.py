"""Finds what a predicate attributes: the clause, the object or the phrase that it takes."""

from __future__ import annotations

from collections.abc import Iterable

from newstemma.text.attributions.lexicon import VERBS, Frame
from newstemma.text.attributions.predicates import Predicate, PredicateKind
from newstemma.text.attributions.sources import Source
from newstemma.text.parse.tree import Range, Tree

__all__ = ["contents_of"]

# The ranges of tokens that are content, and where the cue ends: later than the predicate where a
# preposition brings the content in.
_Found = tuple[list[Range], int]

_GOES_ON = frozenset({"as", "for", "of"})  # after an object: "praised him for ..."
_OF_PREDICATE = _GOES_ON | {"to", "with"}  # "compared it to ..."
_OF_ADJECTIVE = frozenset({"of", "about", "with", "by", "at"})
_SUBORDINATORS = frozenset({"that", "to", "if", "whether"})
_RELATIVE = frozenset({"which", "what", "whom", "who"})
_SIGNS = frozenset({",", ";", ":", "-", "--", "–", "—", ".", "?", "!"})
_CLOSES = frozenset({",", "”", '"', "'", "’"})
_ENDS = _SIGNS | {")", "”", '"', "'", "’"}
_MAIN = frozenset({"root", "conj", "parataxis", "ccomp"})
_STOPS = frozenset({".", "!", "?"})
_OPENS_CLAUSE = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "SCONJ", "NUM"})
_EMPTY = frozenset({"it", "there"})
_NO_FRAME = Frame()
_TIMES = frozenset(
    "last this next earlier monday tuesday wednesday thursday friday saturday sunday".split()
)
_TOLD = _SUBORDINATORS | {"how", "why", "what"}
_MOST_HEARD = 16  # tokens that name whoever is told
_MOST_BETWEEN = 2  # tokens between a verb and its subject where the two stand apart


def contents_of(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """The ranges of tokens that are a predicate's content, in order, and where its cue ends."""
    for reader in _READERS[predicate.kind]:
        ranges, end = reader(tree, predicate, source)
        if tidy := _tidy(tree, ranges, _cut(predicate, source)):
            return tidy, end
    return [], predicate.end


def _cut(predicate: Predicate, source: Source | None) -> list[Range]:
    """What is no content wherever it stands: the cue and the source."""
    cut = [(predicate.first, predicate.end)]
    by = predicate.kind is PredicateKind.PASSIVE  # "by" goes with the agent
    return [*cut, (source.first - by, source.end)] if source else cut


def _range(tree: Tree, place: int) -> Range:
    return tree.first[place], tree.end[place]


def _clauses(tree: Tree, place: int) -> list[int]:
    return list(tree.children(place, "ccomp", "xcomp"))


def _set_apart(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the plan, she said, had failed; the plan had failed, said Lee. Told by the commas
    around the verb and its subject, whatever the parse makes of them.
    """
    if source is None or not predicate.frame.reports:
        return [], predicate.end
    first, end = min(source.first, predicate.first), max(source.end, predicate.end)
    start, stop = tree.sentence(first)
    between = (end - first) - (source.end - source.first) - (predicate.end - predicate.first)
    if between > _MOST_BETWEEN or first - start < 2 or tree.keys[first - 1] not in _CLOSES:
        return [], predicate.end
    if end + 1 < stop and tree.keys[end] == "," and not tree.is_participle(end + 1):
        return [(start, first), (end, stop)], predicate.end
    closes = end >= stop or tree.keys[end] in _STOPS | {","}
    return ([(start, first)] if closes else []), predicate.end


def _relative(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: which officials said would close; what she called a failure."""
    if source is None or source.end > predicate.first or source.first == 0:
        return [], predicate.end
    at = source.first - 1
    if tree.keys[at] not in _RELATIVE:
        return [], predicate.end
    after = [_range(tree, c) for c in _clauses(tree, predicate.place) if c > predicate.place]
    return [(at, at + 1), *after], predicate.end


def _raised(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the plan seems to fail."""
    if not predicate.frame.raises:
        return [], predicate.end
    found = [_range(tree, clause) for clause in _clauses(tree, predicate.place)]
    subject = tree.child(predicate.place, "nsubj")
    if found and subject is not None and tree.keys[subject] not in _EMPTY:
        found.insert(0, _range(tree, subject))
    return found, predicate.end


def _clause(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: said that it failed; called the plan a failure."""
    place, frame = predicate.place, predicate.frame
    found = [_range(tree, clause) for clause in _clauses(tree, place)]
    objects = [c for c in tree.children(place, "obj", "iobj") if c > place]
    if found and objects and not frame.hearer:
        found = [(tree.first[objects[0]], max(end for _, end in found))]
    if found and found[-1][0] >= predicate.end:
        found[-1] = _rounded(tree, predicate, found[-1])
    takes = frame.clause or frame.infinitive or frame.predicate or frame.object
    return (found if takes else []), predicate.end


def _rounded(tree: Tree, predicate: Predicate, clause: Range) -> Range:
    """A clause with "that" before it, and with what the parse leaves out before the next sign."""
    (first, end), at = clause, predicate.end
    _, stop = tree.sentence(predicate.place)
    if tree.keys[at] in _SUBORDINATORS:
        first = at
    if tree.rel(predicate.place) in _MAIN:
        while end < stop and tree.keys[end] not in _ENDS and tree.upos(end) != "CCONJ":
            end += 1
    for at in range(first, end - 1):
        goes_on = tree.keys[at] == "," and tree.is_participle(at + 1)
        if goes_on and VERBS.get(tree.keys[at + 1], _NO_FRAME).speech:  # ", adding that ..."
            return first, at
    return first, end


def _inserted(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the plan, she said, had failed; as she put it. By the parse."""
    place = predicate.place
    head, rel = tree.head(place), tree.rel(place)
    marks = {tree.keys[c] for c in tree.children(place, "mark")}
    inserted = rel == "parataxis" or (rel == "advcl" and "as" in marks)
    if head is None or not inserted or not predicate.frame.reports:
        return [], predicate.end
    return tree.without(*_range(tree, head), [_range(tree, place)]), predicate.end


def _by_preposition(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: called for a vote; talked on Monday about the vote."""
    for child in tree.children(predicate.place, "obl", "advcl"):
        case = tree.child(child, "case", "mark")
        if case is None or child < predicate.place:
            continue
        if tree.keys[case] in predicate.frame.prepositions:
            first, end = _range(tree, child)
            if first == case == predicate.end:
                return [(case + 1, end)], case + 1
            return [(first, end)], predicate.end
    return [], predicate.end


def _object(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: praised Lee for her work."""
    place, frame = predicate.place, predicate.frame
    objects = list(tree.children(place, "obj", "iobj"))
    if not objects or not (frame.object or frame.predicate) or (frame.hearer and len(objects) < 2):
        return [], predicate.end
    head = objects[-1]
    first, end = _range(tree, head)
    goes_on = _OF_PREDICATE if frame.predicate else _GOES_ON
    for child in tree.children(place, "obl", "advcl", "xcomp"):
        if child > head and _introduced_by(tree, child, goes_on):
            if tree.first[child] > end:
                return [(first, end), _range(tree, child)], predicate.end
            end = max(end, tree.end[child])
    return [(first, end)], predicate.end


def _introduced_by(tree: Tree, place: int, words: frozenset[str]) -> bool:
    case = tree.child(place, "case", "mark")
    return case is not None and tree.keys[case] in words


def _announced(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: she said: it failed."""
    after = (c for c in tree.children(predicate.place, "parataxis") if c > predicate.place)
    first = next(after, None)
    if first is None or not predicate.frame.speech:
        return [], predicate.end
    return [_range(tree, first)], predicate.end


def _remaining(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: hopes the plan could fail, where the parse shows no clause."""
    at = predicate.end
    _, stop = tree.sentence(predicate.place)
    if not predicate.frame.clause or at >= stop or tree.keys[at] in _TIMES:
        return [], at
    if predicate.frame.hearer:
        told = (i for i in range(at, min(at + _MOST_HEARD, stop)) if tree.keys[i] in _TOLD)
        start = next(told, None)
        return ([] if start is None else [(start, stop)]), at
    if source is None or tree.upos(at) not in _OPENS_CLAUSE:
        return [], at
    end = tree.end[predicate.place]
    verbs = any(tree.upos(place) in {"VERB", "AUX"} for place in range(at, end))
    return ([(at, end)] if verbs else []), at


def _passive(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: Lee was accused of fraud; the plan is expected to fail; Lee was asked about it."""
    place, frame = predicate.place, predicate.frame
    found = [_range(tree, clause) for clause in _clauses(tree, place)]
    if not found:
        brought, end = _by_preposition(tree, predicate, source)
        if brought:
            return brought, end
    for child in tree.children(place, "obl", "advcl", "obj"):
        goes_on = tree.rel(child) == "obj" or _introduced_by(tree, child, _GOES_ON)
        if child > place and not found and goes_on:
            found.append(_range(tree, child))
    if not frame.hearer:
        found = [*_patient(tree, place), *found]
    elif predicate.first == tree.sentence(place)[0]:
        found = [_up_to_comma(tree, clause) for clause in found]  # "Asked whether it fell, ..."
    return found, predicate.end


def _up_to_comma(tree: Tree, clause: Range) -> Range:
    first, end = clause
    return first, next((at for at in range(first, end) if tree.keys[at] == ","), end)


def _patient(tree: Tree, place: int) -> Iterable[Range]:
    """Who or what a passive verb is about: its subject, or the noun that it describes."""
    subject, head = tree.child(place, "nsubj"), tree.head(place)
    if subject is not None and tree.keys[subject] not in _EMPTY:
        yield _range(tree, subject)
    if subject is None and tree.rel(place) == "acl" and head is not None:
        yield tree.first[head], head + 1


def _around(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the plan failed, according to Lee."""
    phrase = tree.head(predicate.place)
    head = None if phrase is None else tree.head(phrase)
    if phrase is None or head is None:
        return [], predicate.end
    return tree.without(*_range(tree, head), [_range(tree, phrase)]), predicate.end


def _beside(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the plan reportedly failed."""
    head = tree.head(predicate.place)
    return ([] if head is None else [_range(tree, head)]), predicate.end


def _of_noun(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: the claim that it failed; Lee's criticism of it."""
    place = predicate.place
    for child in tree.children(place, "ccomp", "acl", "xcomp"):
        if child > place and _introduced_by(tree, child, frozenset({"that", "to"})):
            return [_range(tree, child)], predicate.end
    owned = any(tree.full_rel(c) == "nmod:poss" for c in tree.children(place))
    for child in tree.children(place, "nmod"):
        case = tree.child(child, "case")
        if owned and case == predicate.end and child > place:
            return [(case + 1, tree.end[child])], case + 1
    return [], predicate.end


def _of_adjective(tree: Tree, predicate: Predicate, source: Source | None) -> _Found:
    """As in: was confident that it failed; is wary of it."""
    place = predicate.place
    for child in tree.children(place, "ccomp", "advcl", "xcomp"):
        marks = {tree.keys[c] for c in tree.children(child, "mark")}
        if child > place and marks <= _SUBORDINATORS:
            return [_range(tree, child)], predicate.end
    for child in tree.children(place, "obl"):
        case = tree.child(child, "case")
        if case == predicate.end and child > place and tree.keys[case] in _OF_ADJECTIVE:
            return [(case + 1, tree.end[child])], case + 1
    return [], predicate.end


def _tidy(tree: Tree, ranges: Iterable[Range], cut: Iterable[Range]) -> list[Range]:
    """Ranges in order, apart, without what is cut out, and without the signs at their edges."""
    found: list[Range] = []
    for whole in sorted(ranges):
        for first, end in tree.without(*whole, cut):
            while first < end and tree.keys[first] in _SIGNS:
                first += 1
            while end > first and tree.keys[end - 1] in _SIGNS:
                end -= 1
            worded = any(_has_words(tree, at) for at in range(first, end))
            if worded and (not found or first >= found[-1][1]):
                found.append((first, end))
    return found


def _has_words(tree: Tree, place: int) -> bool:
    """Whether a token is more than a sign, or a conjunction left alone."""
    return tree.keys[place][:1].isalnum() and tree.upos(place) not in {"SCONJ", "CCONJ"}


_ACTIVE = (
    _set_apart, _relative, _raised, _clause, _inserted, _by_preposition, _object, _announced,
    _remaining,
)  # fmt: skip
_READERS = {
    PredicateKind.VERB: _ACTIVE,
    PredicateKind.PASSIVE: (_passive,),
    PredicateKind.NOUN: (_of_noun,),
    PredicateKind.ADJECTIVE: (_of_adjective,),
    PredicateKind.ADVERB: (_beside,),
    PredicateKind.ACCORDING: (_around,),
}
