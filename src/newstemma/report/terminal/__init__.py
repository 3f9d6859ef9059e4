"""The terminal's faces: a report, a comparison, the evidence, quotations, a text checked."""

from newstemma.report.terminal.checks import checks
from newstemma.report.terminal.comparison import comparison
from newstemma.report.terminal.evidence import evidence
from newstemma.report.terminal.faithfulness import faithfulness
from newstemma.report.terminal.quotations import quotations
from newstemma.report.terminal.summary import summary

__all__ = ["checks", "comparison", "evidence", "faithfulness", "quotations", "summary"]
