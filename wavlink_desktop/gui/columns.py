"""The table's columns, declared once: to add one is to add an entry here (and, to sort by it, in `library.listing`)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wavlink_desktop.gui.wording import clock, format_summary
from wavlink_desktop.search.answer import Row
from wavlink_desktop.search.hits import Hit


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    """What it is known by, and sorted by: see `library.listing.Order`."""
    title: str
    """In English, marked for translation; `heading` translates it."""
    text: Callable[[Row], str]
    """A cell as plain text: for the screen reader, and for the eye where the delegate paints nothing better."""
    width: int = 0
    """Pixels for a start, with letters of 9 points; 0: all that is left."""
    ranked: bool = False
    """Whether it is shown only where there is a best match."""
    right: bool = False
    """Whether it stands to the right, as numbers do."""
    dim: bool = False
    """Whether it stays in the background."""
    shortens: bool = False
    """Whether it says less where letters are larger, and leaves the room to the names."""
    gives_way: int = 0
    """Where there is no room for names, the columns with the highest numbers go first; 0: it stays."""

    def heading(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("Columns", self.title)


def is_part(hit: Hit) -> bool:
    """Whether the best moment is a part of the clip rather than all of it."""
    return hit.end > hit.start and hit.end - hit.start < hit.clip.duration - 0.05


def reason(hit: Hit) -> str:
    """Why the hit was found, in a word."""
    return {
        "meaning": QCoreApplication.translate("Columns", "sound"),
        "name": QCoreApplication.translate("Columns", "name"),
        "both": QCoreApplication.translate("Columns", "both"),
    }[hit.reason]


def _rating(row: Row) -> str:
    return "★" * row.stars + ("♥" if row.favourite else "")


def _moment(row: Row) -> str:
    return f"{clock(row.hit.start)} – {clock(row.hit.end)}" if is_part(row.hit) else ""


COLUMNS = (
    Column("name", str(QT_TRANSLATE_NOOP("Columns", "Name")), lambda row: row.hit.clip.name),
    Column("moment", str(QT_TRANSLATE_NOOP("Columns", "Best moment")), _moment, 116, ranked=True, gives_way=1),
    Column(
        "duration",
        str(QT_TRANSLATE_NOOP("Columns", "Duration")),
        lambda row: clock(row.hit.clip.duration),
        76,
        right=True,
    ),
    Column(
        "format",
        str(QT_TRANSLATE_NOOP("Columns", "Format")),
        lambda row: format_summary(row.hit.clip),
        142,
        dim=True,
        gives_way=2,
    ),
    Column(
        "tags",
        str(QT_TRANSLATE_NOOP("Columns", "Tags")),
        lambda row: ", ".join(tag.label for tag in row.tags),
        176,
        dim=True,
        shortens=True,
    ),
    Column("match", str(QT_TRANSLATE_NOOP("Columns", "Match")), lambda row: reason(row.hit), 122, ranked=True),
    Column("rating", str(QT_TRANSLATE_NOOP("Columns", "Rating")), _rating, 84, dim=True, gives_way=3),
)
"""Left to right."""


def section(key: str) -> int:
    """Where a column stands in `COLUMNS`."""
    return next(number for number, column in enumerate(COLUMNS) if column.key == key)
