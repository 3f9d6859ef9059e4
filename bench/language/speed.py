"""How fast the language layer reads, stage by stage, and how long its pipeline takes to load.

    python -m bench.language.speed [--data DIR] [--json]

`words_per_s` counts the words of the texts of `polnear/` (all of its documents, one process),
through everything that `report` reads in one article: sentences, parse, names, quotations and
attributions, times, quantities, force. `speed.share.STAGE` is each stage's share of that time.
Its `baseline.` twin cuts and parses the same texts and does nothing else. `load.seconds` is the
pipeline loaded in a fresh process, its twin the import of spaCy before that. `peak_mb` is the
largest memory of a process that reads one article of 50,000 words.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from bench.figures import arguments, missing, show
from newstemma.records import RawArticle, TextSource
from newstemma.text.attributions import sayings
from newstemma.text.cleaning import body, clean
from newstemma.text.dates import date_mentions, time_expressions
from newstemma.text.force import forces
from newstemma.text.hedges import hedge_mentions
from newstemma.text.names import name_mentions
from newstemma.text.parse import Parser, load
from newstemma.text.quantities import number_mentions, quantities
from newstemma.text.segment import sentences, words

__all__ = ["measure"]

_RUNS = 5  # of a fresh process; the fastest counts
_LONG = 50_000  # words
_SENTENCE = "The harbour master said on Monday that at least 21 boats had left the port. "
_LOAD = """
from time import perf_counter
start = perf_counter()
import spacy
imported = perf_counter()
from newstemma.text.parse import load
load()
print(perf_counter() - imported, imported - start)
"""
_READ = f"""
import resource
from newstemma.records import RawArticle, TextSource
from newstemma.text.cleaning import clean
from newstemma.text.witness import witness
text = {_SENTENCE!r} * {_LONG // 14}
witness(clean(RawArticle(path="long", text=text, text_source=TextSource.FILE), id="long"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    """Prints the figures."""
    chosen = arguments(__doc__ or "")
    show(measure(chosen.data), as_json=chosen.json)


def measure(data: Path) -> dict[str, float]:
    """Every figure, with its baseline; of speed none where there are no texts."""
    loaded, imported = _load()
    found = {
        "load.seconds": loaded,
        "baseline.load.seconds": imported,
        "peak_mb": int(_output(_READ)) / 1024,
    }
    texts = list(_texts(data))
    if not texts:
        missing(data / "polnear")
        return found
    parser, clock = load(), _Clock()
    counted = sum(_read(text, parser, clock) for text in texts)
    spent = sum(clock.spent.values())
    shares = {f"speed.share.{stage}": took / spent for stage, took in clock.spent.items()}
    bare = clock.spent["cleaning"] + clock.spent["segment"] + clock.spent["parse"]
    return {
        "words_per_s": counted / spent,
        "baseline.words_per_s": counted / bare,
        **shares,
        **found,
    }


class _Clock:
    """Adds up what each stage takes, in seconds."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self.spent[stage] += perf_counter() - start


def _texts(data: Path) -> Iterator[str]:
    for path in sorted((data / "polnear").glob("*/text/*.txt")):
        yield path.read_text(encoding="utf-8")


def _read(text: str, parser: Parser, clock: _Clock) -> int:
    """Reads a text as `report` does and returns how many words it has."""
    raw = RawArticle(path="text", text=text, text_source=TextSource.FILE)
    with clock("cleaning"):
        article = clean(raw, id="text")
        stretches = body(article)
    with clock("segment"):
        tokens = [word for stretch in stretches for word in words(text, stretch)]
        cut = sentences(text, tokens, within=stretches)
    with clock("parse"):
        parse = parser.parse(text, [sentence.span for sentence in cut])
    with clock("names"):
        names = name_mentions(text, tokens, cut)
    with clock("attributions"):
        sayings(article, tokens, cut, names, parse)
    with clock("times"):
        date_mentions(text, tokens)
        time_expressions(text, tokens, cut, published=None)
    with clock("quantities"):
        number_mentions(text, tokens)
        quantities(text, tokens)
    with clock("force"):
        hedge_mentions(text, tokens)
        forces(text, tokens, cut)
    return len(tokens)


def _load() -> tuple[float, float]:
    """The seconds that the pipeline takes to load, and those of importing spaCy before it."""
    times = [[float(part) for part in _output(_LOAD).split()] for _ in range(_RUNS)]
    loaded, imported = zip(*times, strict=True)
    return min(loaded), min(imported)


def _output(code: str) -> str:
    command: Sequence[str] = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
