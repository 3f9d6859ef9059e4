"""Whether two names are one's: of a person, a body, a place, a ship or an aircraft."""

from newstemma.text.identity.scorer import compare_names

__all__ = ["compare_names"]
