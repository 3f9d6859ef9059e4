"""Hangs each attribution on the one in whose content it stands."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.text.attributions.drafts import Draft

__all__ = ["parents"]


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the place of the one in whose content its cue stands, the innermost.

    A parent reaches further than its child, so that no chain runs in a ring.
    """
    sizes = [_reach(draft) for draft in drafts]
    contents = sorted(
        (span.start, -span.end, place) for place, d in enumerate(drafts) for span in d.contents
    )
    found: list[int | None] = [None] * len(drafts)
    open_now: list[tuple[int, int]] = []
    at = 0
    for place in sorted(range(len(drafts)), key=lambda place: drafts[place].anchor):
        anchor = drafts[place].anchor
        while at < len(contents) and contents[at][0] <= anchor.start:
            open_now.append((-contents[at][1], contents[at][2]))
            at += 1
        open_now = [(end, holder) for end, holder in open_now if end > anchor.start]
        around = [h for end, h in open_now if end >= anchor.end and sizes[h] > sizes[place]]
        found[place] = around[-1] if around else None
    return found


def _reach(draft: Draft) -> tuple[int, int]:
    spans = [draft.anchor, *draft.contents, *([draft.source] if draft.source else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return end - start, -draft.anchor.start
