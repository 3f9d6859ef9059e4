"""An invented analysis: a ferry that ran aground, in seven articles, drawn up by hand."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from newstemma.records import (
    Actor,
    Analysis,
    Article,
    Derivation,
    DerivationKind,
    Evidence,
    Failure,
    Found,
    Furniture,
    FurnitureKind,
    Lineage,
    LostWitness,
    NamedAt,
    NameKind,
    Quotation,
    QuotationKind,
    Relation,
    RelationKind,
    Run,
    Severity,
    Span,
    Stage,
    Story,
    TextSource,
    Variant,
    VariantKind,
    Witness,
)
from newstemma.text.segment import sentences, words

__all__ = ["WIRE", "at", "copies", "ferry", "plain", "quoted", "single"]

WIRE = """Ferry with 212 aboard runs aground off Skarholm

By Ingrid Vesterlund

SKARHOLM (Nordfjord Wire) - A passenger ferry carrying 212 people ran aground off the island of \
Skarholm early on Tuesday after its steering allegedly failed.

Eleven people were treated for minor injuries, the coast guard said. Nobody is missing.

"We heard a long scraping noise and then the lights went out," said Tomas Brekke, a passenger \
from Halden. "The crew were calm, but nobody told us anything for an hour."

The ferry's operator, Kystlinjen, said the vessel had passed an inspection in March.

"It is far too early to speak about causes," Kystlinjen's director, Marit Solbakk, told the \
Nordfjord Wire. "We will not rule anything out, and we will not guess."

Two earlier steering faults on the same ship were reported to the port authority in 2023, \
according to documents seen by the Nordfjord Wire.

The ferry may be towed to Vardal on Thursday if the wind drops."""

_REPRINT = """Ferry with 212 aboard runs aground off Skarholm

SKARHOLM (Nordfjord Wire) - A passenger ferry carrying 212 people ran aground off the island of \
Skarholm early on Tuesday after its steering allegedly failed.

Eleven people were treated for minor injuries, the coast guard said. Nobody is missing.

"We heard a long scraping noise and then the lights went out," said Tomas Brekke, a passenger \
from Halden. "The crew were calm, but nobody told us anything for an hour."

The ferry's operator, Kystlinjen, said the vessel had passed an inspection in March.

"It is far too early to speak about causes," Kystlinjen's director, Marit Solbakk, told the \
Nordfjord Wire. "We will not rule anything out, and we will not guess."

Follow The Halden Courier for more stories from the coast

Related posts 1 of 14"""

_REWRITE = """Faulty steering leaves hundreds stranded as ferry hits rocks

More than 200 passengers faced a night of terror on Tuesday when their ferry slammed into rocks \
near Skarholm after its steering failed.

At least 17 people were hurt.

"The crew told us nothing for an hour," said passenger Tomas Brekke.

Safety experts say the ship should never have left port. The director of Kystlinjen, Marit \
Solbakk, refused to say what went wrong: "We will not rule anything out."

Two earlier steering faults on the same ship were hidden from passengers in 2023.

The ferry will be towed to Vardal on Thursday."""

_EDIT = """Skarholm: ferry aground, eleven hurt

A passenger ferry carrying 212 people ran aground off the island of Skarholm early on Tuesday \
after its steering allegedly failed, the Nordfjord Wire reported.

Eleven people were treated for minor injuries, the coast guard said. Nobody is missing.

"We heard a long scraping noise and then the lights went out," said Tomas Brekke, a passenger \
from Halden.

The ferry may be towed to Vardal on Friday if the wind drops."""

_DIGEST = """Morning briefing: what happened on the coast

A ferry with more than 200 people on board ran aground off Skarholm on Tuesday; eleven were \
treated for minor injuries.

"Nobody told us anything for an hour," passenger Tomas Brekke said.

The island's only doctor, Selma Aune, said she had "never seen the harbour so full of blankets"."""

_INDEPENDENT = """On Skarholm, a village opens its doors

By Petter Lind

The church hall smelled of wet wool by six in the morning, and the island's only doctor had run \
out of tea.

"I have never seen the harbour so full of blankets," said Selma Aune, who treated eleven people \
after the ferry ran aground.

Kystlinjen has said only that it is "far too early to speak about causes"."""

_OTHER = """Skarholm council votes on new pier

The council voted nine to four on Monday to spend 14 million crowns on a new pier.

"This has been promised since my father's time," said the mayor, Olav Ness."""


def at(text: str, words_: str) -> Span:
    """Where the words stand, at their first occurrence."""
    start = text.index(words_)
    return Span(start, start + len(words_))


def plain(
    id_: str,
    text: str,
    *,
    path: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    furniture: Sequence[tuple[str, FurnitureKind]] = (),
    quotations: Sequence[Quotation] = (),
) -> Witness:
    """A witness of `text`; by default its first line is the title."""
    heading = title if title is not None else text.split("\n")[0]
    marks = tuple(
        sorted(
            (Furniture(span=at(text, cut), kind=kind) for cut, kind in furniture),
            key=lambda mark: mark.span,
        )
    )
    article = Article(
        id=id_,
        path=path or f"articles/{id_}.txt",
        sha256=sha256(text.encode("utf-8", "replace")).hexdigest(),
        text=text,
        text_source=TextSource.FILE,
        title=Found(value=heading),
        publisher=Found(value=publisher) if publisher else None,
        published=Found(value=published) if published else None,
        url=url,
        language="en",
        furniture=marks,
    )
    tokens = words(text)
    return Witness(
        article=article,
        words=tokens,
        sentences=sentences(text, tokens)[1:],
        mentions=(),
        quotations=tuple(quotations),
    )


def quoted(
    id_: str, text: str, said: str, speaker: str | None, cue: str | None, group: str
) -> Quotation:
    """A quotation of the words at their first occurrence."""
    mixed = not said[0].isupper()
    return Quotation(
        article=id_,
        span=at(text, said),
        kind=QuotationKind.MIXED if mixed else QuotationKind.DIRECT,
        speaker=speaker,
        cue=cue,
        group=group,
    )


_NOISE = "We heard a long scraping noise and then the lights went out,"
_CALM = "The crew were calm, but nobody told us anything for an hour."
_EARLY = "It is far too early to speak about causes,"
_GUESS = "We will not rule anything out, and we will not guess."


def _wire_quotations(id_: str, text: str) -> list[Quotation]:
    return [
        quoted(id_, text, _NOISE, "Tomas Brekke", "said", "1"),
        quoted(id_, text, _CALM, "Tomas Brekke", None, "1"),
        quoted(id_, text, _EARLY, "Marit Solbakk", "told", "2"),
        quoted(id_, text, _GUESS, "Marit Solbakk", None, "2"),
    ]


def _witnesses() -> tuple[Witness, ...]:
    headline, byline = FurnitureKind.HEADLINE, FurnitureKind.BYLINE
    title = "Ferry with 212 aboard runs aground off Skarholm"
    return (
        plain(
            "briefing",
            _DIGEST,
            publisher="The Coast Today",
            published="2025-03-05T06:00",
            quotations=[
                quoted(
                    "briefing",
                    _DIGEST,
                    "Nobody told us anything for an hour,",
                    "Tomas Brekke",
                    "said",
                    "1",
                ),
                quoted(
                    "briefing",
                    _DIGEST,
                    "never seen the harbour so full of blankets",
                    "Selma Aune",
                    "said",
                    "2",
                ),
            ],
        ),
        plain(
            "clickpress",
            _REWRITE,
            publisher="ClickPress 24",
            published="2025-03-04T11:40",
            furniture=[("Faulty steering leaves hundreds stranded as ferry hits rocks", headline)],
            quotations=[
                quoted(
                    "clickpress",
                    _REWRITE,
                    "The crew told us nothing for an hour,",
                    "Tomas Brekke",
                    "said",
                    "1",
                ),
                quoted(
                    "clickpress",
                    _REWRITE,
                    "We will not rule anything out.",
                    "Solbakk",
                    "refused to say",
                    "2",
                ),
            ],
        ),
        plain(
            "council",
            _OTHER,
            publisher="Skarholm Parish News",
            published="2025-03-03",
            quotations=[
                quoted(
                    "council",
                    _OTHER,
                    "This has been promised since my father's time,",
                    "Olav Ness",
                    "said",
                    "1",
                )
            ],
        ),
        plain(
            "halden",
            _REPRINT,
            publisher="The Halden Courier",
            published="2025-03-04T09:15",
            url="https://halden.example/ferry",
            furniture=[
                (title, headline),
                ("SKARHOLM (Nordfjord Wire) -", FurnitureKind.DATELINE),
                (
                    "Follow The Halden Courier for more stories from the coast",
                    FurnitureKind.FOLLOW,
                ),
                ("Related posts 1 of 14", FurnitureKind.RELATED),
            ],
            quotations=_wire_quotations("halden", _REPRINT),
        ),
        plain(
            "island",
            _INDEPENDENT,
            publisher="Skarholm Parish News",
            published="2025-03-04T19:00",
            furniture=[
                ("On Skarholm, a village opens its doors", headline),
                ("By Petter Lind", byline),
            ],
            quotations=[
                quoted(
                    "island",
                    _INDEPENDENT,
                    "I have never seen the harbour so full of blankets,",
                    "Selma Aune",
                    "said",
                    "1",
                ),
                quoted(
                    "island",
                    _INDEPENDENT,
                    "far too early to speak about causes",
                    "Kystlinjen",
                    "said",
                    "2",
                ),
            ],
        ),
        plain(
            "vardal",
            _EDIT,
            publisher="Vardal Tidings",
            published="2025-03-04T10:05",
            furniture=[("Skarholm: ferry aground, eleven hurt", headline)],
            quotations=[quoted("vardal", _EDIT, _NOISE, "Tomas Brekke", "said", "1")],
        ),
        plain(
            "wire",
            WIRE,
            publisher="Fjord Mirror",
            published="2025-03-04T07:30",
            furniture=[
                (title, headline),
                ("By Ingrid Vesterlund", byline),
                ("SKARHOLM (Nordfjord Wire) -", FurnitureKind.DATELINE),
            ],
            quotations=_wire_quotations("wire", WIRE),
        ),
    )


_CHANGES: tuple[tuple[str, str | None, str | None, VariantKind, Severity, str], ...] = (
    (
        "clickpress",
        "More than 200 passengers",
        "212 people",
        VariantKind.NUMBER_CHANGED,
        Severity.DETAIL,
        "212 became “more than 200”.",
    ),
    (
        "clickpress",
        "a night of terror",
        None,
        VariantKind.WORDING_CHARGED,
        Severity.WORDING,
        "Nothing in the parent is as strong as “terror”.",
    ),
    (
        "clickpress",
        "after its steering failed",
        "after its steering allegedly failed",
        VariantKind.HEDGE_DROPPED,
        Severity.MEANING,
        "“Allegedly” is gone: a suspicion became a fact.",
    ),
    (
        "clickpress",
        "At least 17 people were hurt",
        "Eleven people were treated for minor injuries",
        VariantKind.NUMBER_CHANGED,
        Severity.MEANING,
        "Eleven became “at least 17”.",
    ),
    (
        "clickpress",
        "At least 17 people were hurt.",
        "the coast guard said",
        VariantKind.ATTRIBUTION_DROPPED,
        Severity.MEANING,
        "The parent gives the coast guard as its source; here nobody says it.",
    ),
    (
        "clickpress",
        "The crew told us nothing for an hour,",
        _CALM,
        VariantKind.QUOTE_ALTERED,
        Severity.MEANING,
        "The quotation's words differ, and “the crew were calm” is gone.",
    ),
    (
        "clickpress",
        "Safety experts say the ship should never have left port.",
        None,
        VariantKind.ADDED,
        Severity.MEANING,
        "Nothing in the parent supports this sentence.",
    ),
    (
        "clickpress",
        "We will not rule anything out.",
        _GUESS,
        VariantKind.QUOTE_TRUNCATED,
        Severity.MEANING,
        "“and we will not guess” was cut from the end.",
    ),
    (
        "clickpress",
        "were hidden from passengers in 2023",
        "were reported to the port authority in 2023",
        VariantKind.PREDICATE_CHANGED,
        Severity.MEANING,
        "“Reported to the port authority” became “hidden from passengers”.",
    ),
    (
        "clickpress",
        "will be towed",
        "may be towed",
        VariantKind.HEDGE_DROPPED,
        Severity.MEANING,
        "“May” became “will”.",
    ),
    (
        "clickpress",
        None,
        "The ferry's operator, Kystlinjen, said the vessel had passed an inspection in March.",
        VariantKind.OMITTED,
        Severity.MEANING,
        "The operator's defence was left out.",
    ),
    (
        "clickpress",
        None,
        "Nobody is missing.",
        VariantKind.OMITTED,
        Severity.DETAIL,
        "The parent has it, the retelling does not.",
    ),
    (
        "vardal",
        "A passenger ferry carrying 212 people ran aground off the island of Skarholm early on "
        "Tuesday after its steering allegedly failed, the Nordfjord Wire reported.",
        "A passenger ferry carrying 212 people ran aground off the island of Skarholm early on "
        "Tuesday after its steering allegedly failed.",
        VariantKind.KEPT,
        Severity.WORDING,
        "It says what the parent says.",
    ),
    (
        "vardal",
        "Eleven people were treated for minor injuries, the coast guard said.",
        "Eleven people were treated for minor injuries, the coast guard said.",
        VariantKind.KEPT,
        Severity.WORDING,
        "It says what the parent says.",
    ),
    (
        "vardal",
        "Nobody is missing.",
        "Nobody is missing.",
        VariantKind.KEPT,
        Severity.WORDING,
        "It says what the parent says.",
    ),
    (
        "vardal",
        "Friday",
        "Thursday",
        VariantKind.DATE_CHANGED,
        Severity.DETAIL,
        "Thursday became Friday.",
    ),
    (
        "vardal",
        None,
        _CALM,
        VariantKind.OMITTED,
        Severity.DETAIL,
        "The parent has it, the retelling does not.",
    ),
    (
        "briefing",
        "Nobody told us anything for an hour,",
        _CALM,
        VariantKind.QUOTE_TRUNCATED,
        Severity.DETAIL,
        "“The crew were calm, but” was cut from the start.",
    ),
)


def _variants() -> tuple[Variant, ...]:
    texts = {"clickpress": _REWRITE, "vardal": _EDIT, "briefing": _DIGEST}
    return tuple(
        Variant(
            child=child,
            child_span=at(texts[child], new) if new else None,
            parent="wire",
            parent_span=at(WIRE, old) if old else None,
            kind=kind,
            severity=severity,
            note=note,
        )
        for child, new, old, kind, severity, note in _CHANGES
    )


def _evidence(child: str) -> tuple[Evidence, ...]:
    return (
        Evidence(
            signal="shared-rare-words",
            score=0.62,
            weight=1.9,
            child_span=at(child, "Skarholm"),
            parent_span=at(WIRE, "Skarholm"),
            note="Rare words that both have, quotations set aside.",
        ),
        Evidence(
            signal="order-of-facts",
            score=0.91,
            weight=1.2,
            note="The facts come in the same order.",
        ),
        Evidence(
            signal="length",
            score=0.4,
            weight=-0.3,
            note="The child is the shorter of the two.",
        ),
    )


def _derivation(child: str, text: str, kind: DerivationKind, probability: float) -> Derivation:
    return Derivation(
        child=child, parent="wire", kind=kind, probability=probability, evidence=_evidence(text)
    )


def ferry() -> Analysis:
    """Seven articles, two stories, three lineages, a digest with two parents, a lost wire."""
    derivations = (
        _derivation("briefing", _DIGEST, DerivationKind.DIGEST, 0.81),
        Derivation(child="briefing", parent="island", kind=DerivationKind.DIGEST, probability=0.58),
        _derivation("clickpress", _REWRITE, DerivationKind.REWRITE, 0.93),
        _derivation("halden", _REPRINT, DerivationKind.REPRINT, 0.995),
        _derivation("vardal", _EDIT, DerivationKind.EDIT, 0.97),
    )
    return Analysis(
        witnesses=_witnesses(),
        stories=(
            Story(id="s1", title="Skarholm council votes on new pier", articles=("council",)),
            Story(
                id="s2",
                title="Ferry with 212 aboard runs aground off Skarholm",
                articles=("briefing", "clickpress", "halden", "island", "vardal", "wire"),
            ),
        ),
        lineages=(
            Lineage(id="l1", story="s1", articles=("council",), root="council"),
            Lineage(
                id="l2",
                story="s2",
                articles=("briefing", "clickpress", "halden", "vardal", "wire"),
                root="wire",
                lost_witness="lost-1",
            ),
            Lineage(id="l3", story="s2", articles=("island",), root="island"),
        ),
        lost_witnesses=(
            LostWitness(
                id="lost-1",
                name="Nordfjord Wire",
                why="The dateline of two articles credits it.",
                stands_for_it="wire",
                children=("wire",),
            ),
        ),
        derivations=derivations,
        relations=(
            Relation(
                left="island",
                right="wire",
                kind=RelationKind.SHARED_SOURCE,
                probability=0.74,
                evidence=(
                    Evidence(
                        signal="shared-quotation",
                        score=1.0,
                        weight=0.8,
                        child_span=at(_INDEPENDENT, "far too early to speak about causes"),
                        parent_span=at(WIRE, "far too early to speak about causes"),
                        note="Both quote the same statement of Kystlinjen.",
                    ),
                ),
            ),
        ),
        variants=_variants(),
        actors=(
            Actor(
                name="Marit Solbakk",
                kind=NameKind.PERSON,
                forms=("Marit Solbakk", "Solbakk"),
                roles=(),
                mentions=(NamedAt(article="wire", span=at(WIRE, "Marit Solbakk")),),
                joins=(),
            ),
        ),
        failures=(
            Failure(
                path="articles/scan.pdf",
                stage=Stage.READ,
                reason="This is a PDF file; save its text as .txt or .html and run again.",
            ),
        ),
        run=Run(version="0.1.0", options=(("metadata", "dates.csv"),)),
    )


def single() -> Analysis:
    """One article and nothing to compare it with."""
    return Analysis(
        witnesses=(plain("alone", WIRE),),
        stories=(Story(id="s1", title="Ferry runs aground", articles=("alone",)),),
        lineages=(Lineage(id="l1", story="s1", articles=("alone",), root="alone"),),
        lost_witnesses=(),
        derivations=(),
        relations=(),
        variants=(),
        failures=(),
    )


def copies(number: int) -> Analysis:
    """One wire story and its reprints, `number` articles in all."""
    ids = [f"copy{index:03d}" for index in range(1, number)]
    witnesses = (plain("a-wire", WIRE), *(plain(one, _REPRINT) for one in ids))
    return Analysis(
        witnesses=witnesses,
        stories=(Story(id="s1", title="Ferry", articles=("a-wire", *ids)),),
        lineages=(Lineage(id="l1", story="s1", articles=("a-wire", *ids), root="a-wire"),),
        lost_witnesses=(),
        derivations=tuple(
            Derivation(
                child=one,
                parent="a-wire",
                kind=DerivationKind.REPRINT,
                probability=0.99,
                evidence=_evidence(_REPRINT),
            )
            for one in ids
        ),
        relations=(),
        variants=tuple(
            Variant(
                child=one,
                child_span=at(_REPRINT, "Nobody is missing."),
                parent="a-wire",
                parent_span=at(WIRE, "Nobody is missing."),
                kind=VariantKind.KEPT,
                severity=Severity.WORDING,
                note="It says what the parent says.",
            )
            for one in ids
        ),
        failures=(),
    )
