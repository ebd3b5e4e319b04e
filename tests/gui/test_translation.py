"""Every text of the window can be translated, and the translations that ship fit."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import wavlink_desktop.gui
from wavlink_desktop.audio import STANDARD_FIELDS
from wavlink_desktop.gui import translation
from wavlink_desktop.gui.commands import COMMANDS
from wavlink_desktop.gui.field_names import MEANINGS, field_title
from wavlink_desktop.gui.told import SENTENCES, told
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.metadata.table import COLUMNS
from wavlink_desktop.metadata.values import FIELDS as WRITTEN
from wavlink_desktop.search import QueryError, parse
from wavlink_desktop.search.fields import FIELDS

FILES = sorted(translation.folder().glob("*.ts"))
SOURCES = sorted(Path(wavlink_desktop.gui.__file__).parent.glob("*.py"))
TOOLS = Path(sys.executable).parent
SHOWN = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setSuffix", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "addAction", "addTab",
}  # fmt: skip
"""Calls whose first argument the user reads."""
NAMES = {"WavLink Desktop"}
MARKED = {"translation", "columns"}
"""Where texts are translated that are marked where they are declared."""
PLACE = re.compile(r"\{[^}]*\}")


@pytest.fixture(autouse=True)
def locale():
    before = QLocale()
    yield
    QLocale.setDefault(before)


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
        if name == "translate" and ast.unparse(call.func) == "QCoreApplication.translate" and source.stem not in MARKED:
            said = [isinstance(argument, ast.Constant) for argument in call.args[:2]]
            assert all(said), f"{where}: the collector does not see this; mark it with N, and show it with translated"
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


def test_german_is_whole():
    waiting = [
        (context, source)
        for context, source, translated in messages(translation.folder() / "wavlink_de.ts")
        if translated.get("type") == "unfinished" or not translated.text
    ]
    assert waiting == [], "translate these in wavlink_de.ts, and take their marks away"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_translations_keep_the_places_for_figures_and_the_dots(file):
    for _, source, translated in messages(file):
        text = translated.text
        if translated.get("type") == "unfinished" or not text:
            continue  # another language may be begun; see above for German
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(text)), source
        assert source.endswith("…") == text.endswith("…"), source
        assert source[:1].isspace() == text[:1].isspace() and source[-1:].isspace() == text[-1:].isspace(), source
        assert ("&" in source.replace("&&", "")) == ("&" in text.replace("&&", "")), source


@pytest.mark.parametrize("file", [None, *FILES], ids=lambda file: file.stem if file else "wavlink_en")
def test_no_two_commands_of_a_menu_share_a_shortcut(file):
    texts = {source: translated.text for context, source, translated in messages(file) if not context} if file else {}
    menus = {menu: [each.text for each in COMMANDS if each.menu == menu] for menu in {each.menu for each in COMMANDS}}
    del menus[""]
    shown = [*menus.values(), [*menus], [each.text for each in COMMANDS if each.in_context_menu]]
    for menu in shown:
        # What was not collected yet stands there in English; its letter is looked at when it is translated.
        said = [texts[text] if file else text for text in menu if not file or text in texts]
        letters = [text.partition("&")[2][:1].casefold() for text in said if "&" in text]
        twice = {letter for letter in letters if letters.count(letter) > 1}
        assert not twice, [text for text in said if text.partition("&")[2][:1].casefold() in twice]


def test_every_field_has_a_title_and_what_the_search_says_of_it_is_collected():
    for name in {*COLUMNS, *STANDARD_FIELDS, *WRITTEN}:
        assert field_title(name) != name, name
    assert set(MEANINGS) == {field.meaning for field in FIELDS.values()}


def said_in(source):
    """Texts of a module, with what is put into them as `{}`."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield PLACE.sub("{}", node.value)


def test_the_other_rooms_say_what_is_translated_for_them():
    package = Path(wavlink_desktop.__file__).parent
    said = {text for file in package.rglob("*.py") if "gui" not in file.parts for text in said_in(file)}
    assert {sentence for sentence in SENTENCES if PLACE.sub("{}", sentence) not in said} == set()


def test_a_translation_reaches_commands_and_widgets(qapp, tmp_path, monkeypatch):
    (tmp_path / "wavlink_de.ts").write_bytes((translation.folder() / "wavlink_de.ts").read_bytes())
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", tmp_path / "wavlink_de.ts"], check=True)
    monkeypatch.setattr(translation, "folder", lambda: tmp_path)
    assert translation.languages() == {"en": "English", "de": "Deutsch"}
    installed = translation.speak(qapp, "de")
    try:
        assert translation.translated("&File") == "&Datei"
        assert QCoreApplication.translate("PreferencesDialog", "Preferences") == "Einstellungen"
        assert grouped(1234567) == "1.234.567"
        with pytest.raises(QueryError) as refused:
            parse("duration:abc")
        assert told(refused.value).startswith("„duration:“ kennt „abc“ nicht.")
        lacking = "Its name does not say who made it (CreatorID). Say it for all that lack it."
        assert told(lacking).startswith("Im Namen fehlt der Urheber (CreatorID):")
    finally:
        for each in installed:
            qapp.removeTranslator(each)
    assert translation.translated("&File") == "&File"


@pytest.mark.parametrize(("language", "shown"), [("en", "12,345"), ("de", "12.345"), ("C", "12,345")])
def test_figures_are_grouped_as_the_language_does(language, shown):
    QLocale.setDefault(QLocale(language))
    assert grouped(12345) == shown


def test_what_nobody_translated_is_shown_as_it_was_said():
    assert told(ValueError("Something {0} nobody foresaw.")) == "Something {0} nobody foresaw."


def test_a_language_that_is_not_spoken_leaves_the_texts_as_they_are(qapp):
    for each in translation.speak(qapp, "tlh"):
        qapp.removeTranslator(each)
    assert translation.translated("&File") == "&File"
