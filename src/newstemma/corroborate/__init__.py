"""Claims counted by independent origin, conflicts between them, and what stands behind a text."""
