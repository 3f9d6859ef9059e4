"""A corpus whose copies are known: real unrelated texts, planted copies, generated filler."""
