"""Who said, thought or wanted what: source, cue and content, read from a parse and quotations."""

from newstemma.text.attributions.attributions import NO_PARSE, Sayings, sayings

__all__ = ["NO_PARSE", "Sayings", "sayings"]
