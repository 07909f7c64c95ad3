# On a fresh Debian or Ubuntu with Python 3.11+, make and git, `make site` and `make test` need nothing done before.
# On macOS run `brew install pango` first (and poppler for the tests); setup/machine says so too.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Node.js, which some tests need, is in .venv/bin where the machine has none of its own.
export PATH := $(PATH):$(CURDIR)/.venv/bin
# Material for MkDocs prints a page of advice about MkDocs 2, which requirements/site.in rules out.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve check test test-all test-fresh lint clean extra-tools requirements

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

site: .venv/.site node_modules/.site ## the whole site, into site/
	.venv/bin/fingerpost build

serve: .venv/.site node_modules/.site ## live preview: a saved YAML file, template or page shows in the browser
	.venv/bin/mkdocs serve

check: .venv/.site ## every problem in the data, and how to cure it
	.venv/bin/fingerpost check

# Of the tools that few need, the quick tests use those that need a Java, where there is one.
EXTRA_TOOLS := .venv/.extra-tools requirements/extra-tools/node_modules/.installed

# A worker takes one half of the tests, in order, and then helps the other: what the tests of a folder share is made once, not by both.
PYTEST := .venv/bin/pytest -n 2 --dist worksteal

test: lint node_modules/.test $(if $(shell command -v java),$(EXTRA_TOOLS)) ## all tests but the slow ones
	$(PYTEST) -m 'not slow'

test-all: lint node_modules/.test $(EXTRA_TOOLS) ## all tests
	$(PYTEST) -o timeout=1800 -o faulthandler_timeout=7200

test-fresh: ## both commands on a minimal Debian 12 and 13, as root and as a user: needs root, debootstrap and an hour
	for suite in bookworm trixie; do \
	    setup/fresh $$suite 'make site && make site && make test'; \
	    setup/fresh $$suite --user --folder 'Ann’s café' --old-node 'make site && make test'; \
	    ! setup/fresh $$suite --offline --seconds 300 'make site'; \
	done

# The checkers of JavaScript are programs of their own, as esbuild is: an old Node.js of the machine is not asked.
lint: .venv/.test node_modules/.test ## style and types of the code
	.venv/bin/ruff check
	.venv/bin/mypy --strict generator
	node_modules/@biomejs/cli-*/biome lint --error-on-warnings
	node_modules/@typescript/typescript-*/lib/tsc --project tsconfig.json
	node_modules/@typescript/typescript-*/lib/tsc --project tsconfig.worker.json

clean: ## removes what was made; delete .venv and node_modules by hand to begin anew
	rm -rf build && git checkout --quiet -- build
	rm -rf site dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

extra-tools: $(EXTRA_TOOLS) ## tools that few need: for some slow tests, `fingerpost bench` and `make requirements`

requirements: $(EXTRA_TOOLS) ## newest versions that the .in files and package.json allow
	cd requirements && for set in site test extra-tools node; do \
	    ../.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	        --no-emit-index-url --no-annotate --custom-compile-command 'make requirements' $$set.in -o $$set.txt; \
	done
	setup/npm --keep-node update --package-lock-only
	setup/npm --keep-node update --package-lock-only --prefix requirements/extra-tools

# What was installed is marked by an empty file that lives and dies with it. The tests need all that the site needs.
.venv/.%: requirements/%.txt pyproject.toml setup/machine setup/python
	setup/machine $*
	setup/python $*
	@touch .venv/.site $@

.venv/.extra-tools: .venv/.test

node_modules/.site: package-lock.json | .venv/.site
	setup/npm ci --omit=dev
	@touch $@

node_modules/.test: package-lock.json | .venv/.test
	setup/npm --keep-node ci
	@touch node_modules/.site $@

requirements/extra-tools/node_modules/.installed: requirements/extra-tools/package-lock.json | .venv/.test
	setup/npm --keep-node ci --prefix requirements/extra-tools
	@touch $@
