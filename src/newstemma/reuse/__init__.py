"""Articles -> overlapping pairs. Pure."""
