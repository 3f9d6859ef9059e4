"""Invented publishers, half of them with a notice under every article."""

from __future__ import annotations

from random import Random

__all__ = ["NOTICES", "pick"]

NOTICES = {
    "Aldmere Courier": (
        "The Aldmere Courier is owned by its readers. If you value what you read here, please"
        " think about a monthly gift: from the price of a coffee you keep our newsroom free of"
        " advertising. Corrections: write to the desk before six in the evening."
    ),
    "Brackwater Post": (
        "All rights are ours. Nothing here may be published, broadcast, written anew or"
        " passed on without permission. Sign up for our morning letter and have the five stories"
        " that matter in your mailbox before breakfast."
    ),
    "Cinder Street Review": "Read more from Cinder Street: politics, courts, money, weather.",
    "Dunmarrow Herald": (
        "Our reporters follow a code of conduct that you can read on our pages. Have a tip? Send"
        " it through our locked letterbox; nobody but the investigations team can open it."
    ),
    "Eastpier Daily": (
        "Download the Eastpier app for alerts on your telephone. Follow us wherever you talk to"
        " friends. Comments on this article are closed after three days; be kind, keep to the"
        " matter, and mind that threads are moderated by people who sleep at night."
    ),
    "Farrow Hill Gazette": (
        "Support from members pays for this reporting. The Gazette is registered as a charity and"
        " publishes its accounts every spring."
    ),
    "Glasswater News": (
        "Material from news agencies was used in this report. Glasswater News is not responsible"
        " for the contents of pages outside its own."
    ),
    "Hartling Observer": (
        "You have read one of four free articles this month. Subscribers read without limits, get"
        " the weekend puzzle, and may give ten articles a month to people they like. Subscribe"
        " today and pay nothing until the end of the next month; leave whenever you please."
    ),
}

_SILENT = (
    "Ironbridge Times",
    "Juniper Wire",
    "Kelloway Standard",
    "Lowfen Tribune",
    "Merrin Evening Mail",
    "Northquay Dispatch",
    "Old Harbour Echo",
    "Penrose Bulletin",
)

_ALL = (*NOTICES, *_SILENT)
_SIZES = tuple(1 / (1 + place % 8) for place in range(len(_ALL)))  # few large ones, many small


def pick(dice: Random) -> str:
    """A publisher; the large ones come up more often."""
    return dice.choices(_ALL, _SIZES)[0]
