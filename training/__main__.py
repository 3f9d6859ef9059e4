"""Trains the shipped pipeline: `python -m training [--data DIR] [--out DIR]`."""

from training.train import main

main()
