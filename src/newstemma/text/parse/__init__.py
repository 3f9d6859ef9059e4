"""Words, lemmas, heads and names, read by a trained pipeline; English only."""

from newstemma.text.parse.loading import load
from newstemma.text.parse.parser import Parser
from newstemma.text.parse.records import NamedTokens, Parse, Token

__all__ = ["NamedTokens", "Parse", "Parser", "Token", "load"]
