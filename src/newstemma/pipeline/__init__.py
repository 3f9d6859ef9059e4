"""Stage by stage: read, clean, read closely, draw the family, collate, corroborate.

Stages are pure functions of records; this is the one place where they meet the outside.
"""

from newstemma.pipeline.analysing import analysed, collated
from newstemma.pipeline.checking import Checked, checked, checked_in
from newstemma.pipeline.job import analyze
from newstemma.pipeline.judging import judged_articles, judged_names
from newstemma.pipeline.reading import (
    CloseReading,
    close_reading,
    content_hash,
    identity,
    raw_articles,
    read_closely,
    witnesses,
)
from newstemma.pipeline.through import Through

__all__ = [
    "Checked",
    "CloseReading",
    "Through",
    "analysed",
    "analyze",
    "checked",
    "checked_in",
    "close_reading",
    "collated",
    "content_hash",
    "identity",
    "judged_articles",
    "judged_names",
    "raw_articles",
    "read_closely",
    "witnesses",
]
