"""Trains the pipeline that the package ships; nothing of it is needed at run time."""
