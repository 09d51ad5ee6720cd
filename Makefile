# Every command of the project. `make run` and `make test` set up what they need by themselves.
PYTHON ?= python3
BIN := .venv/bin
QT_QPA_PLATFORM_TESTS := offscreen

.DEFAULT_GOAL := help
.PHONY: help run test check bench format texts pictures real clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) installer/system_libraries.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: .venv/ready ## open the demo workspace (or write its documents and pictures to out/ where there is no display)
	@$(BIN)/python installer/run_demo.py

test: .venv/ready check ## everything that CI runs
	$(BIN)/python resources/reference/build/fetch_check.py
	QT_QPA_PLATFORM=$(QT_QPA_PLATFORM_TESTS) $(BIN)/python -m pytest -n auto

check: .venv/ready ## format, lint, types, import contracts, figures
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/house

bench: .venv/ready ## measure, and print ratios taken in one run
	QT_QPA_PLATFORM=$(QT_QPA_PLATFORM_TESTS) $(BIN)/python -m tests.bench

format: .venv/ready ## put the code in shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

texts: .venv/ready ## bring the catalogues up to the code, and name what has no Indonesian yet
	$(BIN)/python -m resources.translations.compile

pictures: .venv/ready ## draw every window and document anew, as contact sheets in docs/pictures
	QT_QPA_PLATFORM=offscreen $(BIN)/python installer/draw_pictures.py $(if $(LARGE),--large $(LARGE))

real: .venv/ready ## a first day for real: a clean install, a window under Xvfb, the keyboard alone
	$(BIN)/python installer/real_run.py --sheet docs/pictures/real-run.png

clean: ## remove what the commands made
	rm -rf .venv .cache out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
