"""Writes the card that goes with the shipped pipeline: what it is, from what, and how good."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

from bench.language import entities, parse
from spacy.util import load_config

from newstemma.text.parse import load

__all__ = ["META", "write_card"]

META = {
    "name": "newstemma_news",
    "version": "1.0.0",
    "description": "Tags, trees, lemmas and names for English news.",
    "author": "The Newstemma authors",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
}
_CARD = """# The pipeline that Newstemma reads English with

Universal tags and Penn Treebank tags, lemmas, Universal Dependencies and names (people,
organisations, places, other), for spaCy 3.8. Licence: CC BY-SA 4.0 (`LICENSE`), as that of the
texts it learned from; the code around it is Apache-2.0. Made by `make train`; nothing was
downloaded or pretrained.

## How it works

Hashed vectors of a word's form, beginnings, endings and shape; {depth} two-way recurrent layers of
{width} columns, shared by all; tags by softmax; heads and relations by a biaffine scorer with a
single-root maximum spanning tree (Dozat and Manning 2017); lemmas by rules counted in the
treebanks; names by a transition system over the shared vectors and a layer of its own, their kinds
settled over an article by a few known names and telling words (`text/parse/kinds.py`).

## Data

| data | part | licence |
| --- | --- | --- |
| English EWT (Silveira et al. 2014) | train | CC BY-SA 4.0 |
| GUM (Zeldes 2017): academic, court, interview, news | train | CC BY 4.0, Wikinews CC BY 2.5 |
| GUM: bio, voyage | train | texts CC BY-SA 3.0, annotations CC BY 4.0 |
| wikigold (Balasuriya et al. 2009), for names | all | CC BY 4.0 |
| WNUT 2017 (Derczynski et al. 2017), for names | train | CC BY 4.0 |
| ECB+ (Cybulska and Vossen 2014), for names | sentences with all names marked | CC BY 3.0 |

Not used: GUM's other genres, its test documents, and anything marked for evaluation only.

## Scores

EWT dev and GUM dev documents of the same genres, gold tokens and sentences (`_raw`: from raw
text); LAS as in the CoNLL 2018 shared task. `python -m bench.language.parse` and
`python -m bench.language.entities` say what each is and print them again, with baselines.

{scores}

## Limits

English only. Learned from the web, Wikinews and Wikipedia up to the 2010s: newer names are guessed
from their form and setting. Texts in capitals or without punctuation are read less well. What it
says of a name is a guess of kind, never of identity.
"""


def write_card(folder: Path, data: Path) -> None:
    """Scores the pipeline in `folder`, prints the scores and writes them into its card."""
    parser = load(str(folder))
    figures = parse.measure(data, parser) | entities.measure(data, parser)
    rows = [
        f"| `{name}` | {value:.3f} |"
        for name, value in figures.items()
        if not name.startswith("baseline.")
    ]
    scores = "\n".join(("| figure | |", "| --- | --- |", *rows))
    print(scores)
    encoder = load_config(folder / "config.cfg")["components"]["encoder"]["model"]
    card = _CARD.format(depth=encoder["depth"], width=encoder["width"], scores=scores)
    (folder / "README.md").write_text(card, encoding="utf-8")
    copyfile(data / "ud_ewt" / "LICENSE.txt", folder / "LICENSE")  # CC BY-SA 4.0
