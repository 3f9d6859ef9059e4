"""Checks a text against articles: what they have of each of its sentences, and what not."""
