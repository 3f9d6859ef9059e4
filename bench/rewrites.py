"""Rewrites: finding the source, telling it from the child, hanging siblings on it.

    python -m bench.rewrites [--data DIR] [--json]

Everything goes through what `report` calls. The baselines run beside it: TF-IDF of words and
pairs of words for retrieval; "the longer one is the source" for direction; "the nearest
neighbour is the parent" for families, and a first idea about shared novelty. As the open set
gives its sources away by their length, the same is shown for stand-ins where it does not: pairs
of equal length, sources cut to what the rewrite covers, short sources, and rewrite chains.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from bench.corpora import RETELLINGS, Family, chains, families, read
from bench.figures import arguments, missing, share, show
from bench.samples import SHORT, Pair, covered, matched, pairs
from newstemma.lineage.family import family
from newstemma.lineage.model import score_pair
from newstemma.lineage.nearest import collection, nearest
from newstemma.lineage.profile import Profile

__all__ = ["measure"]

_WAYS = {"paraphrase": "paraphrase", "rewrite": "rewrite", "information": "manipulated"}

# A source and two texts made from it.
_Siblings = tuple[Profile, Profile, Profile]


def main() -> None:
    """Prints the figures of `rewrites/` and of the stand-ins from `rewrite_chains/`."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """All figures, each followed by its baselines."""
    for name in ("rewrites", "rewrite_chains"):
        if not (data / name).exists():
            missing(data / name)
    known = families(data)
    figures: dict[str, float] = {}
    if known:
        figures |= _retrieval(known)
    figures |= _directions(list(pairs(data)))
    figures |= _trees(data, known)
    return figures


# --- source of a rewrite ---------------------------------------------------------------------


def _retrieval(known: Sequence[Family]) -> dict[str, float]:
    """How often the source comes first among all sources."""
    sources = collection(read(one.name, one.source) for one in known)
    by_words = _ByWords([one.source for one in known])
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for place, one in enumerate(known):
        for way, text in one.made.items():
            name = f"source_at_1.{_WAYS[way.split('_')[0]]}"
            right[name].append(nearest(read("", text), sources, most=1) == (one.name,))
            right["baseline." + name].append(by_words.nearest(text) == place)
    return _shares(right)


class _ByWords:
    """The baseline: TF-IDF of words and pairs of words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        self._known = self._vectorizer.fit_transform(texts)

    def nearest(self, text: str) -> int:
        """The place of the nearest of the known texts."""
        return int((self._known @ self._vectorizer.transform([text]).T).toarray().argmax())


# --- direction -------------------------------------------------------------------------------


def _directions(known: Sequence[Pair]) -> dict[str, float]:
    """How often the parent is told from the child, where it is told at all."""
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in known:
        sort, *where = pair.sample.split(", ")
        if sort in _WAYS:
            groups["." + where[0] if where else ""].append(pair)
            if not where:
                groups["." + _WAYS[sort]].append(pair)
        else:
            groups[".chains" if sort == "root" else ".later"].append(pair)
    figures = _direction(groups[""], "direction", "") if groups[""] else {}
    if groups[".matched"]:
        figures |= _direction(groups[".matched"], "direction", "_matched")
    for group in sorted(groups.keys() - {"", ".matched"}):
        figures |= _direction(groups[group], f"direction{group}", "")
    return figures


def _direction(known: Sequence[Pair], name: str, suffix: str) -> dict[str, float]:
    told = [score_pair(pair.parent, pair.child).child for pair in known]
    decided = [child == pair.child.id for child, pair in zip(told, known, strict=True) if child]
    longer = [pair.parent.size > pair.child.size for pair in known]
    return {
        f"{name}.right{suffix}": share(decided),
        f"baseline.{name}.right{suffix}": share(longer),
        f"{name}.undecided{suffix}": 1 - len(decided) / len(known),
        f"baseline.{name}.undecided{suffix}": 0.0,
    }


# --- families ----------------------------------------------------------------------------------


def _trees(data: Path, known: Sequence[Family]) -> dict[str, float]:
    """How often both children hang on the source and neither on the other."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for name, trio in (*_from_families(known), *_from_chains(data)):
        right[f"families.right{name}"].append(_is_right(trio))
        right[f"baseline.families.right{name}"].append(_nearest_is_source(trio))
        right[f"first_idea.families.right{name}"].append(_novelty_names_source(trio))
    return _shares(right)


def _from_families(known: Sequence[Family]) -> Iterator[tuple[str, _Siblings]]:
    for one in known:
        if set(RETELLINGS) <= one.made.keys():
            paraphrase, rewrite = (read(way, one.made[way]) for way in RETELLINGS)
            source = read("source", one.source)
            yield "", (source, paraphrase, rewrite)
            if source.size < SHORT:
                yield ".short", (source, paraphrase, rewrite)
            if matched(source, rewrite):
                yield ".matched", (source, paraphrase, rewrite)
            yield ".cut", (covered(source, rewrite), paraphrase, rewrite)


def _from_chains(data: Path) -> Iterator[tuple[str, _Siblings]]:
    """The root with the first texts of two seeds of one model."""
    groups: defaultdict[tuple[str, str], list[Profile]] = defaultdict(list)
    roots: dict[tuple[str, str], Profile] = {}
    for chain in chains(data):
        key = chain.model, chain.root
        roots[key] = read("source", chain.root_text)
        groups[key].append(read(f"seed {chain.seed}", chain.generations[0]))
    for key, made in groups.items():
        yield from ((".chains", (roots[key], one, other)) for one, other in pairwise(made))


def _is_right(trio: _Siblings) -> bool:
    source, one, other = trio
    drawn = family([profile.witness for profile in trio])
    edges = {(edge.child, edge.parent) for edge in drawn.derivations}
    return edges == {(one.id, source.id), (other.id, source.id)}


def _nearest_is_source(trio: _Siblings) -> bool:
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(
        [profile.witness.text for profile in trio]
    )
    near = (vectors @ vectors.T).toarray()
    return bool(near[0, 1] > near[1, 2] and near[0, 2] > near[1, 2])


def _novelty_names_source(trio: _Siblings) -> bool:
    """The source is the text through which the other two share most."""
    sets = [profile.content | profile.pairs.keys() for profile in trio]

    def through(middle: int) -> int:
        one, other = (sets[i] for i in range(3) if i != middle)
        centre = sets[middle]
        return len(centre & one - other) + len(centre & other - one) - len(one & other - centre)

    return through(0) > max(through(1), through(2))


def _shares(answers: Mapping[str, Sequence[bool]]) -> dict[str, float]:
    return {name: share(found) for name, found in answers.items()}


if __name__ == "__main__":
    main()
