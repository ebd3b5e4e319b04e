# Two commands: `make run` opens the window, `make test` runs the tests. Both do all the set-up.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: run test lint setup docs wheel package deb notices translations clean

run: setup
	$(RUN) -m wavlink_desktop

test: setup
	.ci/system-libraries --for-tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(MAKE) docs
	.ci/with-sound-and-display $(RUN) -m pytest

setup: $(VENV)/ready

# Installed again whenever what is asked for changes.
$(VENV)/ready: pyproject.toml constraints.txt
	.ci/system-libraries
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	.ci/translations release
	touch $@

# The window's texts for the translators, and what they made of them for the window.
translations: setup
	.ci/translations update
	.ci/translations release

# The documentation, into build/docs. Warnings are errors, and so is anything that a page would fetch from elsewhere.
docs: setup
	$(VENV)/bin/sphinx-build -W --keep-going -q -b html docs build/docs
	$(RUN) docs/offline.py build/docs

# Whose work the program is made of, with the licences' texts: after every change of constraints.txt.
notices: setup
	$(RUN) packaging/notices.py > resources/NOTICES.txt

# The wheel, into dist, tried from an environment that has nothing of ours.
wheel: setup
	$(RUN) packaging/check_wheel.py dist

package: setup
	.ci/system-libraries --for-package
	$(VENV)/bin/pyinstaller --noconfirm build.spec
	$(RUN) packaging/sizes.py dist/wavlink-desktop --at-most 900

# A Debian package of the frozen program; packaging/linux/check-deb installs it into a clean system and tries it.
deb: package
	packaging/linux/deb

clean:
	rm -rf $(VENV) build dist
