"""Every preference, declared once: its key, its page, what it is called, what it may be; read typed, told of changes.

`gui/preferences_dialog.py` makes the pages of it. The keys are those of the settings file, so that what a part of the
window keeps there itself can be shown here as well.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Signal

from wavlink_desktop.gui.translation import N, languages

GENERAL = N("General")
PLAYBACK = N("Playback")
LIBRARY = N("Library")
PERFORMANCE = N("Performance")
TRANSFER = N("Transfer")

NEXT_START = N("From the next start of the program on.")
NEXT_SCAN = N("From the next scan on.")

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Preference:
    """One thing that the user can choose; its kind is that of `default`: a switch, a whole number or one of `choices`.

    `choices`: value to text, asked for when the dialog opens. `when`: says so where it does not take effect at once.
    """

    key: str
    page: str
    text: str
    default: Value
    help: str = ""
    choices: Callable[[], dict[str, str]] | None = None
    least: int = 0
    most: int = 100
    step: int = 1
    suffix: str = ""
    zero: str = ""
    """What 0 means, in place of the figure."""
    when: str = ""


def _schemes() -> dict[str, str]:
    return {"Unknown": N("As the system has them"), "Light": N("Light"), "Dark": N("Dark")}


def _languages() -> dict[str, str]:
    return {"": N("The system's"), **languages()}


def _number_formats() -> dict[str, str]:
    return {"": N("The fastest on this computer"), "int8": "int8", "bfloat16": "bfloat16", "float32": "float32"}


# A row for everything that the user can choose and that is no command.
PREFERENCES: tuple[Preference, ...] = (
    Preference("window/scheme", GENERAL, N("Colours"), "Unknown", choices=_schemes),
    Preference("window/text_scale", GENERAL, N("Text size"), 100, least=80, most=200, step=10, suffix=" %"),
    Preference("window/language", GENERAL, N("Language"), "", choices=_languages, when=NEXT_START),
    Preference("playback/volume", PLAYBACK, N("Volume"), 80, suffix=" %", step=5),
    Preference("playback/auto", PLAYBACK, N("Play a sound when it is chosen"), True),
    Preference("playback/start_at_match", PLAYBACK, N("Start at a search's best moment"), True),
    Preference(
        "playback/silence_below",
        PLAYBACK,
        N("What counts as silence to be skipped: below"),
        -60,
        least=-90,
        most=-20,
        step=3,
        suffix=N(" dBFS"),
    ),
    Preference(
        "library/watch",
        LIBRARY,
        N("Watch folders for changes"),
        True,
        N("Where the system cannot tell (network drives, for one), the regular look finds what has changed."),
    ),
    Preference(
        "library/tag_new",
        LIBRARY,
        N("Tag new sounds"),
        True,
        N("Once they have been listened to, in the background. What you said of a sound is left alone."),
    ),
    Preference("library/look_at_start", LIBRARY, N("Look at all folders when the program starts"), True),
    Preference(
        "library/rescan_minutes",
        LIBRARY,
        N("Look at all folders every"),
        60,
        N("Only what is new or changed is read."),
        most=1440,
        step=15,
        suffix=N(" min"),
        zero=N("never"),
    ),
    Preference(
        "scan/threads",
        PERFORMANCE,
        N("Processor cores for the model"),
        0,
        N("Fewer leave more to other programs while the library listens."),
        most=64,
        zero=N("all"),
        when=NEXT_SCAN,
    ),
    Preference(
        "scan/number_format",
        PERFORMANCE,
        N("Number format of the model"),
        "",
        N("Results are the same for the ear; on some processors one of them is much faster."),
        choices=_number_formats,
        when=NEXT_SCAN,
    ),
)

_BY_KEY = {preference.key: preference for preference in PREFERENCES}


class Preferences(QObject):
    """The preferences as they are kept in the settings file. Whatever the file says, what is read is possible."""

    changed = Signal(str)
    """That preference (its key) is another now."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def flag(self, key: str) -> bool:
        """A switch."""
        return bool(self.value(_BY_KEY[key]))

    def number(self, key: str) -> int:
        """A whole number within its limits."""
        return int(self.value(_BY_KEY[key]))

    def text(self, key: str) -> str:
        """One of its choices."""
        return str(self.value(_BY_KEY[key]))

    def value(self, preference: Preference) -> Value:
        """What is kept, or the default where there is nothing, or nothing that makes sense."""
        kept = self._settings.value(preference.key)
        if kept is None:
            return preference.default
        if isinstance(preference.default, bool):
            return str(kept).lower() in ("true", "1")
        if isinstance(preference.default, int):
            try:
                return min(preference.most, max(preference.least, int(str(kept))))
            except ValueError:
                return preference.default
        known = preference.choices() if preference.choices else {}
        return str(kept) if str(kept) in known else preference.default

    def set(self, key: str, value: Value) -> None:
        """Keep it, and tell who is concerned."""
        preference = _BY_KEY[key]
        before = self.value(preference)
        self._settings.setValue(key, str(value).lower() if isinstance(value, bool) else value)
        if self.value(preference) != before:
            self.changed.emit(key)


def kept_texts(settings: QSettings, key: str) -> list[str]:
    """A list of texts in the settings; QSettings gives one of a single text back as that text."""
    kept = settings.value(key)
    if isinstance(kept, str):
        return [kept]
    return [text for text in kept if isinstance(text, str)] if isinstance(kept, list) else []
