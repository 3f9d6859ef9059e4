"""Names and roles in one article, and which of them name the same one."""

from newstemma.text.names.mentions import name_mentions

__all__ = ["name_mentions"]
