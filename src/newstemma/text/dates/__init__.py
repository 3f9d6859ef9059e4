"""Times: where a text names them, what the words say, and the calendar laid to them."""

from __future__ import annotations

from newstemma.text.dates.expressions import time_expressions
from newstemma.text.dates.intervals import days_of
from newstemma.text.dates.readings import date_mentions

__all__ = ["date_mentions", "days_of", "time_expressions"]
