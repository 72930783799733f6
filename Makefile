# Only Python 3.11 or newer, git and make are needed; everything else goes into .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHONS := python3.13 python3.12 python3.11 python3
BIN := .venv/bin
PIP_INSTALL := -m pip --disable-pip-version-check -qq install
CODE := src tests evals benchmarks resources
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url

# Tests of whole programs, pages, times and files, run beside all others: half of the time on two cores.
BESIDE := tests/benchmarks tests/cli tests/conformance tests/desk tests/export tests/feeds tests/gazetteers tests/test_grouping.py tests/test_relating.py

.PHONY: help install demo test evals bench lint fmt lock clean

help: ## what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1 \2/p' $(MAKEFILE_LIST) | awk '{ \
		printf "  %s %-8s", $$1, $$2; for (i = 3; i <= NF; i++) printf " %s", $$i; print "" }'

install: .venv/.run ## the recoupe command, in .venv/bin
	@echo "recoupe is installed: .venv/bin/recoupe --help"

demo: .venv/.run ## read the sample articles into demo.ledger, and show what is in it, with one incident told in full
	@$(BIN)/recoupe run samples --ledger demo.ledger
	@echo; $(BIN)/recoupe incidents --ledger demo.ledger
	@echo; $(BIN)/recoupe incident 01-ali-mossoul-civils:f1 --ledger demo.ledger

test: lint ## all that has to hold: style, types, direction of imports, tests
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "make: no Chromium: the browser tests are skipped; on Debian and Ubuntu: apt install chromium" >&2
	@$(BIN)/python -m pytest $(BESIDE:%=--ignore=%) > .venv/.test.log 2>&1 & rest=$$!; \
		$(BIN)/python -m pytest $(BESIDE); mine=$$?; \
		wait $$rest; rest=$$?; cat .venv/.test.log; exit $$((mine | rest))

evals: .venv/.run ## how well it reads, against people's annotations
	@$(BIN)/python -m evals

bench: .venv/.run .venv-bench/.stock ## how fast it reads, beside a stock pipeline
	@$(BIN)/python -m benchmarks

lint: .venv/.dev ## style, types, direction of imports
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

fmt: .venv/.dev ## put the code into shape
	@$(BIN)/ruff check --quiet --fix $(CODE)
	@$(BIN)/ruff format --quiet $(CODE)

lock: .venv/.dev ## pin every requirement anew, by hash
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) pyproject.toml --extra dev --constraint requirements/run.txt -o requirements/dev.txt
	@$(COMPILE) requirements/build.in --constraint requirements/dev.txt -o requirements/build.txt
	@$(COMPILE) requirements/bench.in -o requirements/bench.txt

clean: ## remove the environments and the demonstration's ledger
	@rm -rf .venv .venv-bench demo.ledger demo.ledger-wal demo.ledger-shm

.venv/bin/python:
	@for python in $(PYTHON) $(PYTHONS); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		rm -rf .venv; \
		"$$python" -m venv .venv && exit 0; \
		echo "make: $$python cannot make an environment; on Debian and Ubuntu, install its -venv package" >&2; \
		exit 1; \
	done; \
	echo "make: no Python 3.11 or newer was found; name one: make install PYTHON=/path/to/python3" >&2; \
	exit 1

.venv/.run: requirements/run.txt requirements/build.txt pyproject.toml | .venv/bin/python
	@echo "Installing recoupe into .venv, once …" >&2
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	@echo "Installing what the tests need into .venv, once …" >&2
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

.venv-bench/.stock: requirements/bench.txt | .venv/bin/python
	@echo "Installing the stock pipeline into .venv-bench, once …" >&2
	@rm -rf .venv-bench && $(BIN)/python -m venv .venv-bench
	@.venv-bench/bin/python $(PIP_INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@
