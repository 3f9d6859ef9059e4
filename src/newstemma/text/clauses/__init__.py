"""Clauses: predicates with their arguments, read from a parse."""

from newstemma.text.clauses.clauses import clauses

__all__ = ["clauses"]
