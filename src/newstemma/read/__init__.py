"""Bytes -> articles: the only rooms that touch the outside."""
