"""A lasting collection: articles are added, and only what they touch is drawn anew."""

from newstemma.collection.adding import add, add_articles
from newstemma.collection.changing import judge, remove
from newstemma.collection.drawing import How
from newstemma.collection.looking import analysis, excerpt
from newstemma.collection.records import Added, Excerpt, Placed, Tie

__all__ = [
    "Added",
    "Excerpt",
    "How",
    "Placed",
    "Tie",
    "add",
    "add_articles",
    "analysis",
    "excerpt",
    "judge",
    "remove",
]
