"""Where what is said comes from: the chain of attributions down to its end.

The end of a chain is who is first said to have said it. A text that says something itself says
it for its lineage: all articles that descend from one report have one voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.corroborate.scene import Scene
from newstemma.corroborate.voices import Voice, house_key
from newstemma.lineage.outlets import outlet
from newstemma.records import Attribution, SourceKind, Span, Witness

__all__ = ["Source", "source", "traced"]

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET})
_NOBODY = frozenset({SourceKind.UNKNOWN, SourceKind.NONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The end of a statement's chain: two with one `key` are one origin, whatever their `name`.

    `kind` is None for a text's own voice. `circular` where outlets that cite each other lead
    back to the article itself.
    """

    key: str
    name: str | None
    kind: SourceKind | None
    circular: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is somebody else than the text, by name."""
        return self.kind in _NAMED


def source(steps: Sequence[int], witness: Witness, scene: Scene, *, voice: Voice) -> Source:
    """The end of a chain of attributions in `witness`, its own `voice` where there is none.

    It is the innermost somebody who is told. Somebody unnamed is one with all of that kind.
    """
    told = [witness.attributions[place] for place in steps]
    if not told:
        return Source(key=voice.key, name=voice.name, kind=None)
    known = next((one for one in told if one.source_kind not in _NOBODY), None)
    if known is None:
        return Source(key=SourceKind.NONE, name=None, kind=SourceKind.NONE)
    kind = known.source_kind
    if kind not in _NAMED or known.source is None:
        return Source(key=kind, name=known.source, kind=kind)
    if kind is SourceKind.OUTLET:
        return Source(key=house_key(known.source), name=outlet(known.source), kind=kind)
    name = scene.forms.get(known.source) or _actor(known, scene, witness)
    if name is None:
        return Source(key=known.source, name=known.source, kind=kind)
    here = (form for form in scene.called.get(name, ()) if form in (known.source or ""))
    return Source(key=name, name=next(here, name), kind=kind)


def _actor(said: Attribution, scene: Scene, witness: Witness) -> str | None:
    """The name that a story gives everywhere to whom an article names as its source here."""
    here, full = said.source_span, said.source or ""
    if here is None:
        return None
    spans = scene.named[witness.id]
    inside = spans[bisect_left(spans, here) : bisect_left(spans, Span(here.end, here.end))]
    near = (span for span in inside if here.covers(span) and span.of(witness.text) in full)
    return next((scene.names[witness.id][span] for span in near), None)


def traced(found: Sequence[tuple[str, Source]], voices: Mapping[str, str]) -> tuple[Source, ...]:
    """The sources of the statements of one claim, by article, outlets followed to what they say.

    An article that has it from an outlet, whose own article has it from somebody, has it from
    that somebody. `voices` gives the key of who speaks in each article.
    """
    speaks: dict[str, str] = {}
    said: dict[str, Source] = {}
    for article, one in found:
        speaks.setdefault(voices[article], article)
        said.setdefault(article, one)
    return tuple(_end(article, one, said, speaks) for article, one in found)


def _end(
    article: str, one: Source, said: Mapping[str, Source], speaks: Mapping[str, str]
) -> Source:
    passed = {article}
    last = one
    while last.kind is SourceKind.OUTLET and (cited := speaks.get(last.key)) is not None:
        if cited in passed:
            return replace(one, circular=True)
        passed.add(cited)
        last = said[cited]
    return last
