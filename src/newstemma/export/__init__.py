"""The analysis for other programs."""
