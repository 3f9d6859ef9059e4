"""Newstemma draws the family tree of a news story."""
