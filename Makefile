# make demo     read a plan of corpora/ and show its one-page summary
# make test     what CI runs: checks, then all tests
# make check    style, types, import contracts, schemas
# make bench    speed and memory, as ratios of one run; how well scans are read; how fast a store answers
# make schemas  write schemas/ anew from the models
# make rules    write docs/rules.md anew from the rules of the check
# make readme   write what the READMEs show of the program's output anew
# make wheel    build dist/*.whl

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEMO ?= corpora/plans/001_49ed81067bac44be.txt

# What tests need beyond Python, as COMMAND-OR-FILE=PACKAGE. antiword reads Word 6 and damaged files; the fonts put
# Vietnamese letters into PDFs; LibreOffice and poppler tell whether the summary fits on one printed page; Tesseract
# and its Vietnamese data (wherever Debian puts them) read scans; Chromium shows the pages.
TESSDATA := $(firstword $(wildcard /usr/share/tesseract-ocr/*/tessdata) /usr/share/tesseract-ocr/5/tessdata)
SYSTEM_NEEDS := antiword=antiword soffice=libreoffice-writer-nogui pdfinfo=poppler-utils \
  chromium=chromium tesseract=tesseract-ocr $(TESSDATA)/vie.traineddata=tesseract-ocr-vie \
  /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf=fonts-liberation2

ROOT_WITH_APT := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
apt_install = DEBIAN_FRONTEND=noninteractive apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(1) </dev/null >/dev/null

.PHONY: demo test check bench schemas rules readme wheel system clean

demo: $(VENV)/.runtime
	@$(BIN)/kehoach extract $(DEMO) --format md

test: system check
	$(BIN)/python -m pytest -q

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_schema.py

bench: $(VENV)/.bench
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/scans.py --plans 2
	$(BIN)/python benchmarks/store.py --plans 500

schemas: $(VENV)/.runtime
	$(BIN)/kehoach schema -o schemas

rules: $(VENV)/.runtime
	$(BIN)/kehoach check --explain all > docs/rules.md

readme: $(VENV)/.dev
	$(BIN)/python tests/test_readme.py

wheel: $(VENV)/.dev
	rm -rf build
	$(BIN)/python -m build --wheel --outdir dist .

# Installed by root on Debian and Ubuntu only; elsewhere they are named, and tests that need them are skipped or say so.
system:
	@missing=; for need in $(SYSTEM_NEEDS); do \
	  command -v $${need%=*} >/dev/null || test -e $${need%=*} || missing="$$missing $${need#*=}"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; echo "System packages:$$missing"; \
	{ $(ROOT_WITH_APT) && $(call apt_install,$$missing); } \
	|| echo "They could not be installed; tests that need them are skipped or fail."

# The environment is used again while pyproject.toml and constraints.txt are older than its stamps.
$(VENV)/.runtime: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kehoach needs Python 3.11 or newer (set PYTHON=)")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(ROOT_WITH_APT) && $(call apt_install,python3-venv); } \
	|| { echo "python3-venv is missing: sudo apt-get install python3-venv"; exit 1; }
	@echo "Preparing $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@$(PIP_INSTALL) --editable '.[dev,web]'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	@$(PIP_INSTALL) --editable '.[dev,bench,web]'
	@touch $@

clean:
	rm -rf $(VENV) build dist
