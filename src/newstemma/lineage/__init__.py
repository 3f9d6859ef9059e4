"""Pairs -> evidence -> directed edges -> family tree, stories, lost witnesses. Pure."""
