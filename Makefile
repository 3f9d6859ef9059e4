# Two commands for a newcomer: `make demo` and `make test`. Everything lives in .venv/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEWSTEMMA_DATA ?= ../shared
EXTRAS ?= dev,bench

.PHONY: demo test lint schema docs rarity fit fit-names train bench bench-reuse clean help

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

demo: $(VENV)/.installed  ## install, run the main job on the examples, print the report's path
	@$(BIN)/newstemma report examples/harbour/articles --metadata examples/harbour/metadata.csv -o newstemma-report.html

test: $(VENV)/.developing  ## style, types and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

lint: $(VENV)/.developing  ## put the code in its style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(VENV)/.developing  ## write docs/report.schema.json from the contract
	$(BIN)/python -m newstemma.export.contract > docs/report.schema.json

rarity: $(VENV)/.developing  ## count the shipped table of word rarities anew from open data
	$(BIN)/python -m bench.build_rarity --data $(NEWSTEMMA_DATA)/data

docs: $(VENV)/.developing  ## write the tables of signals and weights into the docs
	$(BIN)/python -m bench.signals

fit: $(VENV)/.developing  ## fit the weights of the pair model and print them
	$(BIN)/python -m bench.fit_lineage --data $(NEWSTEMMA_DATA)/data

train: $(VENV)/.developing  ## train the shipped pipeline from openly licensed treebanks (45 minutes)
	$(BIN)/python -m training --data $(NEWSTEMMA_DATA)/data

fit-names: $(VENV)/.developing  ## fit the weights of the scorer of names and print them
	$(BIN)/python -m bench.fit_names --data $(NEWSTEMMA_DATA)/data

bench: bench-seeds bench-extraction bench-lineage bench-lineage_cost bench-quotations bench-variants bench-claims bench-language bench-reuse bench-speed bench-collection  ## every figure beside its baseline

bench-reuse: $(VENV)/.developing .venv-peers/.installed
	$(BIN)/python -m bench.reuse --data $(NEWSTEMMA_DATA)/data

bench-%: $(VENV)/.developing
	$(BIN)/python -m bench.$* --data $(NEWSTEMMA_DATA)/data

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[$(EXTRAS)]'
	@touch $@

# text-dedup drags Spark along, so it lives apart; where it cannot be had, its rows are left out.
.venv-peers/.installed:
	$(PYTHON) -m venv .venv-peers
	-.venv-peers/bin/pip install --quiet --disable-pip-version-check text-dedup==0.4.0
	@touch $@

clean:  ## remove what was made
	rm -rf $(VENV) .venv-peers .mypy_cache .ruff_cache .pytest_cache .hypothesis newstemma-report.*
