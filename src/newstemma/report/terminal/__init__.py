"""The terminal's faces: the summary of a report, a comparison, the evidence, the quotations."""

from newstemma.report.terminal.comparison import comparison
from newstemma.report.terminal.evidence import evidence
from newstemma.report.terminal.quotations import quotations
from newstemma.report.terminal.summary import summary

__all__ = ["comparison", "evidence", "quotations", "summary"]
