"""Text reuse in corpora of any size: the stages of `reuse` over files.

Needs the packages of the extra `corpus`; nothing outside this room and its command imports it.
"""

from newstemma.corpus.options import ReuseOptions
from newstemma.corpus.run import reuse
from newstemma.corpus.summary import ReuseSummary

__all__ = ["ReuseOptions", "ReuseSummary", "reuse"]
