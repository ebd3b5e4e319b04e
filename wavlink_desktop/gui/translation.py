"""The window's language: texts that are declared as data, and the translations that ship."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from wavlink_desktop import paths


def N(text: str) -> str:
    """Marks a text for `make translations`, which collects it; `translated` gives it in the user's language."""
    return text


def translated(text: str) -> str:
    """A text that was marked with `N`, in the user's language."""
    return QCoreApplication.translate("", text)


def folder() -> Path:
    """Where the translations are: `wavlink_de.ts` to be edited with Qt Linguist, `wavlink_de.qm` to be loaded."""
    return paths.resources() / "translations"


def languages() -> dict[str, str]:
    """The languages that the window speaks, by code, as their speakers call them."""
    codes = sorted(file.stem.removeprefix("wavlink_") for file in folder().glob("wavlink_*.qm"))
    return {"en": "English", **{code: QLocale(code).nativeLanguageName().capitalize() for code in codes}}


def speak(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Translate the application into `language` (a code), or with "" into the system's as far as it is spoken here.

    Figures are written as they are there. To be called before any widget is made. What was installed, so that it can
    be taken away again.
    """
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    # Qt's own texts first, so that ours win where both have one.
    sources = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("wavlink", str(folder())),
    )
    installed = []
    for name, place in sources:
        translator = QTranslator(application)
        if translator.load(locale, name, "_", place):
            application.installTranslator(translator)
            installed.append(translator)
    return installed
