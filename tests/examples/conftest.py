"""The examples, analysed once."""

from __future__ import annotations

import pytest

from newstemma.pipeline import analyze
from newstemma.settings import Settings
from tests.examples.answer import Answer
from tests.examples.truth import EXAMPLES, truth_of


@pytest.fixture(scope="session")
def harbour() -> Answer:
    folder = EXAMPLES / "harbour"
    settings = Settings(metadata=str(folder / "metadata.csv"))
    analysis = analyze(folder / "articles", settings=settings)
    return Answer(analysis=analysis, truth=truth_of("harbour"))


@pytest.fixture(scope="session")
def observatory() -> Answer:
    analysis = analyze(EXAMPLES / "observatory" / "articles")
    return Answer(analysis=analysis, truth=truth_of("observatory"))
