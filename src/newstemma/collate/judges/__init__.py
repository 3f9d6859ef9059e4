"""The judges: one file for each family of changes. A judge may abstain, and says nothing then."""
