"""Every text of the window can be translated, and the translations that ship fit."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import wavlink_desktop.gui
from wavlink_desktop.gui import translation

SOURCES = sorted(Path(wavlink_desktop.gui.__file__).parent.glob("*.py"))
TOOLS = Path(sys.executable).parent
SHOWN = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setSuffix", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "addAction", "addTab",
}  # fmt: skip
"""Calls whose first argument the user reads."""
NAMES = {"WavLink Desktop"}
PLACE = re.compile(r"\{[^}]*\}")


def calls(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def messages(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message.findtext("source"), message.find("translation")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_what_is_shown_can_be_translated(source):
    for name, call in calls(source):
        where = f"{source.name}:{call.lineno}"
        first = call.args[0] if call.args else None
        if name in ("tr", "N"):
            assert isinstance(first, ast.Constant), f"{where}: the collector sees only texts, not what makes them"
        if name in SHOWN and isinstance(first, ast.Constant) and isinstance(first.value, str):
            plain = first.value in NAMES or not re.search(r"[a-z]{2}", first.value)
            assert plain, f"{where}: {first.value!r} is not translated"
        if name in SHOWN and isinstance(first, ast.JoinedStr):
            parts = [part.value for part in first.values if isinstance(part, ast.Constant)]
            assert not any(re.search(r"[a-z]{2}", str(part)) for part in parts), f"{where}: a text inside an f-string"


def test_the_collector_finds_every_text_without_complaint(tmp_path):
    collected = tmp_path / "all.ts"
    run = subprocess.run(
        [TOOLS / "pyside6-lupdate", *SOURCES, "-tr-function-alias", "QT_TR_NOOP+=N", "-ts", collected],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "warning" not in (run.stdout + run.stderr).lower()
    found = {source for _, source, _ in messages(collected)}
    wanted = {call.args[0].value for source in SOURCES for name, call in calls(source) if name in ("tr", "N")}
    assert wanted - found == set()


@pytest.mark.parametrize("file", sorted(translation.folder().glob("*.ts")), ids=lambda file: file.stem)
def test_translations_keep_the_places_for_figures_and_the_dots(file):
    for _, source, translated in messages(file):
        text = translated.text
        if translated.get("type") == "unfinished" or not text:
            continue
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(text)), source
        assert source.endswith("…") == text.endswith("…"), source
        assert ("&" in source.replace("&&", "")) == ("&" in text.replace("&&", "")), source


def test_a_translation_reaches_commands_and_widgets(qapp, tmp_path, monkeypatch):
    (tmp_path / "wavlink_de.ts").write_bytes((translation.folder() / "wavlink_de.ts").read_bytes())
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", tmp_path / "wavlink_de.ts"], check=True)
    monkeypatch.setattr(translation, "folder", lambda: tmp_path)
    assert translation.languages() == {"en": "English", "de": "Deutsch"}
    installed = translation.speak(qapp, "de")
    try:
        assert translation.translated("&File") == "&Datei"
        assert QCoreApplication.translate("PreferencesDialog", "Preferences") == "Einstellungen"
    finally:
        for each in installed:
            qapp.removeTranslator(each)
    assert translation.translated("&File") == "&File"


def test_a_language_that_is_not_spoken_leaves_the_texts_as_they_are(qapp):
    for each in translation.speak(qapp, "tlh"):
        qapp.removeTranslator(each)
    assert translation.translated("&File") == "&File"
