"""An invented report, a retelling of it and a report of its own, with what they claim."""

from __future__ import annotations

from newstemma.corroborate.scene import Scene, scenes
from newstemma.corroborate.sourcing import sourcing
from newstemma.corroborate.stage import corroborated
from newstemma.lineage.family import Family, family
from newstemma.pipeline import collated
from newstemma.records import Analysis, Lineage, Story, Witness
from newstemma.text.identity.actors import identities
from tests.collate.parsed import read_parsed

__all__ = ["CHILD", "OTHER", "PARENT", "analysis", "retold"]

PARENT = (
    "Flood closes the bridge at Ostrel\n\n"
    "Mayor Ada Brand said on Monday that the council closed the Ostrel bridge after the flood. "
    "The flood destroyed 40 boats in the Ostrel marina, the harbour office said. "
    "Engineers from Tarnholm inspected the northern pier before the storm. "
    "The bridge was built in 1911 by the Brennick works and carries 9,000 cars a day.\n\n"
    "Ferry traffic to Tarnholm was suspended, and two schools in the valley stayed shut."
)
CHILD = (
    "Ostrel bridge shut as flood wrecks boats\n\n"
    "The council shut the Ostrel bridge after the flood, Mayor Ada Brand said on Monday. "
    "The flood destroyed 60 boats in the Ostrel marina. "
    "Before the storm, engineers from Tarnholm had inspected the northern pier. "
    "The bridge was built in 1911 by the Brennick works.\n\n"
    "Ferry traffic to Tarnholm was suspended, and two schools in the valley stayed shut."
)


OTHER = (
    "Northern pier still safe, says Ostrel\n\n"
    "The northern pier had been inspected by Tarnholm engineers before the storm came. "
    "In the Ostrel marina 45 boats were destroyed by the flood.\n\n"
    "Nobody in the valley slept that night."
)


def retold() -> Scene:
    """The report and its retelling."""
    read = _read(PARENT, CHILD)
    drawn = family(read)
    (scene,) = scenes(read, drawn, actors=identities(read), variants=collated(read, drawn))
    return scene


def analysis() -> Analysis:
    """All three as one story with two lineages, drawn up by hand but for what is claimed."""
    read = _read(PARENT, CHILD, OTHER)
    pair = family(read[:2])
    (line,) = pair.lineages
    other = Lineage(id="other", story=line.story, articles=("other",), root="other")
    story = Story(id=line.story, title="Flood at Ostrel", articles=tuple(w.id for w in read))
    drawn = Family(
        stories=(story,),
        lineages=(line, other),
        lost_witnesses=pair.lost_witnesses,
        derivations=pair.derivations,
        relations=pair.relations,
    )
    actors, changes = identities(read), collated(read, drawn)
    (scene,) = scenes(read, drawn, actors=actors, variants=changes)
    found = corroborated(scene)
    return Analysis(
        witnesses=read,
        stories=drawn.stories,
        lineages=drawn.lineages,
        lost_witnesses=drawn.lost_witnesses,
        derivations=drawn.derivations,
        relations=drawn.relations,
        variants=changes,
        failures=(),
        actors=actors,
        claims=found.claims,
        conflicts=found.conflicts,
        profiles=tuple(sourcing(one, ()) for one in read),
    )


def _read(*texts: str) -> tuple[Witness, ...]:
    named = zip(("parent", "child", "other"), texts, strict=False)
    return tuple(read_parsed(text, name) for name, text in named)
