PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# A folder of your own gets a store of its own, so that it never mixes with the starter corpus or with a folder of the same
# name elsewhere. A store that bears the name alone, as earlier versions made it, is used on.
ifdef ARTICLES
TIMELINE_STORE ?= $(shell here="$$(cd "$(ARTICLES)" 2>/dev/null && pwd -P || echo "$(ARTICLES)")"; store="data/stores/$$(basename "$$here")"; \
  test -e "$$store/store.json" && echo "$$store" || echo "$$store-$$(printf %s "$$here" | cksum | cut -d " " -f 1)")
export TIMELINE_STORE
else
ARTICLES := data/sample
export TIMELINE_STORE ?= data/store
endif
# An earlier version of the store, as `python -m pipeline history` lists them.
ifdef AS_OF
export TIMELINE_AS_OF := $(AS_OF)
endif
PORT ?= 8501

# Bytecode is made when a module is first imported: most of what the packages hold is never imported at all.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes

.DEFAULT_GOAL := help
.PHONY: help dashboard test check unit browser-test browser bench fuzz faults audit lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

$(VENV)/runtime: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) \
	  || { echo "No virtual environment could be made. On Debian run:  sudo apt-get install python3-venv   and make again"; exit 1; }
	$(INSTALL) -r requirements.txt
	touch $@

$(VENV)/dev: $(VENV)/runtime requirements-dev.txt
	$(INSTALL) -r requirements-dev.txt
	touch $@

dashboard: $(VENV)/runtime ## read articles and open the timeline; ARTICLES=folder PORT=8501 AS_OF=version
	@$(BIN)/python -c 'import socket, sys; sys.exit(socket.socket().connect_ex(("localhost", $(PORT))) == 0)' \
	  || { echo "Port $(PORT) is in use, perhaps by a timeline that is open. Run:  make dashboard PORT=$$(($(PORT) + 1))"; exit 1; }
	@# A file that cannot be read is named and costs nothing else; an empty folder is filled from the page. No folder is a mistake.
	$(BIN)/python -m pipeline ingest "$(ARTICLES)" || test -d "$(ARTICLES)" || $(BIN)/python -m pipeline status
	@mkdir -p views/static # Streamlit looks for it before the page fills it.
	$(BIN)/python -m streamlit run dashboard.py --server.port $(PORT)

check: $(VENV)/dev ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/dev ## the tests that need no browser
	$(BIN)/python -m pytest -n 2 -m "not browser"

browser-test: $(VENV)/dev browser ## the tests in a real Chromium
	$(BIN)/python -m pytest tests/browser -m browser -n 2 --dist loadfile

# The type checker has one core to itself at most, so the tests that need no browser run beside it.
test: $(VENV)/dev browser ## everything that is checked, a real browser included
	$(MAKE) --no-print-directory -j 2 check unit
	$(MAKE) --no-print-directory browser-test

# As root on Debian what a browser test needs is installed when it is missing; otherwise the one command to run is printed.
# Chromium brings all it needs; the driver of the tests needs one library more, which a bare machine lacks.
DEBIAN = test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq \
  && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq
browser: $(VENV)/dev
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null 2>&1 && exit 0; done; \
	  test -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" || { $(DEBIAN) chromium >/dev/null; } \
	  || { echo "No Chromium was found. Run:  sudo apt-get install chromium   (macOS: brew install --cask google-chrome)"; exit 1; }
	@$(BIN)/python -m playwright --version >/dev/null 2>&1 || { $(DEBIAN) libatomic1 >/dev/null; } \
	  || { $(BIN)/python -m playwright --version; echo "On Debian run:  sudo apt-get install libatomic1"; exit 1; }

# A folder with the reference texts (gold/) and the scoring scripts (score/), which are not part of this repository.
REFERENCE ?= ../shared
bench: $(VENV)/dev ## accuracy and speed beside named baselines; REFERENCE=folder with gold/ and score/
	@test -d "$(REFERENCE)/gold" || { echo "No reference texts in $(REFERENCE). Run:  make bench REFERENCE=folder   (with gold/ and score/ in it)"; exit 1; }
	$(BIN)/python benchmarks/timex.py "$(REFERENCE)/gold/tbaq/timebank"
	$(BIN)/python benchmarks/events.py "$(REFERENCE)"

# Ten minutes or ten million bytes a target, whichever comes first; what breaks one is kept under tests/fuzz/cases.
FUZZ_SECONDS ?= 600
fuzz: $(VENV)/dev ## bytes and sentences at random through every stage; FUZZ_SECONDS=600 a stage
	for target in readers publication timex events; do \
	  $(BIN)/python -m tests.fuzz $$target --seconds $(FUZZ_SECONDS) || exit 1; done

# Killed writers, crowds, full disks, permissions taken, files harmed: some minutes. As root on Linux it plays all of them.
faults: $(VENV)/dev ## kill writers, fill disks, harm files, and count what is lost
	$(BIN)/python -m tests.faults --out docs/measurements/faults.md

# Known vulnerabilities of the pinned packages; asks the vulnerability service of the package index over the network.
audit: $(VENV)/dev ## known vulnerabilities of the pinned packages; asks over the network
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.txt

lock: ## pin the packages anew, after a change of pyproject.toml
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
	  --custom-compile-command "make lock" pyproject.toml --extra cluster --extra dev -c requirements.txt -o requirements-dev.txt

clean: ## remove the virtual environment and caches; the store stays
	rm -rf $(VENV) views/static .mypy_cache .ruff_cache .pytest_cache .hypothesis
