"""Every command of the window, declared once, a line each: its menu, its text, the slot that does it, its keys.

`gui/actions.py` makes actions and menus of them, `gui/palette.py` offers them by name, `gui/shortcuts.py` lets the
user give them other keys.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Scope(Enum):
    """Where a command's keys work."""

    WINDOW = auto()
    RESULTS = auto()
    """Only while the list (or the waveform) has the focus: plain keys, which the search box needs as letters."""


class Need(Enum):
    """What must be there for a command to make sense; without it, it is greyed and says so."""

    NOTHING = auto()
    LIBRARY = auto()
    """An open library."""
    SOUND = auto()
    """A chosen sound."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can do.

    `slot` names the method that does it; a `checkable` one's takes the new state. An empty `menu`: only by its keys
    and in the palette. `apart`: a line above it in its menu.
    """

    id: str
    menu: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    needs: Need = Need.NOTHING
    icon: str = ""
    checkable: bool = False
    in_context_menu: bool = False
    apart: bool = False


def N(text: str) -> str:
    """Marks a text for `make translations`, which collects it; `actions.translated` gives it in the user's language."""
    return text


FILE = N("&File")
EDIT = N("&Edit")
PLAY = N("&Playback")
TAGS = N("&Tags")
LIBRARY = N("&Library")
VIEW = N("&View")
HELP = N("&Help")

# A row that is too long for one line is broken by the formatter; write them in this order, and a menu's rows together.
COMMANDS: tuple[Command, ...] = (
    Command("add-folder", FILE, N("&Add folder…"), "add_folder", ("Ctrl+O",), icon="folder-add"),
    Command("export", FILE, N("&Export tags…"), "export", ("Ctrl+E",), needs=Need.LIBRARY),
    Command("quit", FILE, N("&Quit"), "quit", ("Ctrl+Q",), apart=True),
    Command("undo", EDIT, N("&Undo"), "undo", ("Ctrl+Z",), needs=Need.LIBRARY, icon="undo"),
    Command("redo", EDIT, N("&Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), needs=Need.LIBRARY, icon="redo"),
    Command("find", EDIT, N("&Find"), "focus_search", ("Ctrl+F", "Ctrl+L"), icon="search"),
    Command(
        "copy-paths",
        EDIT,
        N("&Copy path"),
        "copy_paths",
        ("Ctrl+C",),
        Scope.RESULTS,
        Need.SOUND,
        "copy",
        in_context_menu=True,
    ),
    Command(
        "reveal",
        EDIT,
        N("&Show in folder"),
        "reveal",
        ("Ctrl+R",),
        needs=Need.SOUND,
        icon="reveal",
        in_context_menu=True,
    ),
    Command("escape", EDIT, N("Stop, or clear the search"), "escape", ("Esc",)),
    Command(
        "toggle-play",
        PLAY,
        N("&Play or stop"),
        "toggle_play",
        ("Space",),
        Scope.RESULTS,
        icon="play",
        in_context_menu=True,
    ),
    Command("play-anywhere", "", N("Play or stop, from the search box too"), "toggle_play", ("Ctrl+Space",)),
    Command(
        "play-from-beginning",
        PLAY,
        N("Play from the &beginning"),
        "play_from_beginning",
        ("Return", "Enter"),
        Scope.RESULTS,
        Need.SOUND,
        in_context_menu=True,
    ),
    Command("next", PLAY, N("&Next sound"), "next_row", ("Ctrl+Down",)),
    Command("previous", PLAY, N("P&revious sound"), "previous_row", ("Ctrl+Up",)),
    Command("auto-play", PLAY, N("&Auto-play"), "set_auto_play", ("Ctrl+P",), icon="auto-play", checkable=True),
    Command("louder", PLAY, N("&Louder"), "louder", ("Ctrl++", "Ctrl+=")),
    Command("quieter", PLAY, N("&Quieter"), "quieter", ("Ctrl+-",)),
    Command("accept-tag", TAGS, N("&Accept the marked tag"), "accept_tag", ("A",), Scope.RESULTS, Need.SOUND, "accept"),
    Command("reject-tag", TAGS, N("&Refuse the marked tag"), "reject_tag", ("X",), Scope.RESULTS, Need.SOUND, "reject"),
    Command("next-tag", TAGS, N("Mark the &next tag"), "next_tag", ("Alt+Down",), needs=Need.SOUND),
    Command("previous-tag", TAGS, N("Mark the &previous tag"), "previous_tag", ("Alt+Up",), needs=Need.SOUND),
    Command(
        "type-tag",
        TAGS,
        N("&Type a tag"),
        "type_tag",
        ("T",),
        Scope.RESULTS,
        Need.SOUND,
        "tag",
        in_context_menu=True,
        apart=True,
    ),
    Command("go-to-tags", TAGS, N("&Go to the tags"), "go_to_tags", ("Ctrl+G",), needs=Need.SOUND),
    Command(
        "more-like-this",
        LIBRARY,
        N("&More like this"),
        "more_like_this",
        ("Ctrl+M",),
        needs=Need.SOUND,
        icon="alike",
        in_context_menu=True,
    ),
    Command("tag-library", LIBRARY, N("&Tag library (UCS)"), "tag_library", ("Ctrl+T",), needs=Need.LIBRARY),
    Command("rescan", LIBRARY, N("&Rescan all folders"), "rescan", ("F5",), needs=Need.LIBRARY, apart=True),
    Command(
        "problems", LIBRARY, N("&Problems…"), "show_problems", ("Ctrl+Shift+P",), needs=Need.LIBRARY, icon="warning"
    ),
    Command("details", VIEW, N("&Inspector"), "set_details_visible", ("Ctrl+D",), icon="details", checkable=True),
    Command("theme-system", VIEW, N("Colours as the &system has them"), "theme_system", apart=True),
    Command("theme-light", VIEW, N("&Light"), "theme_light"),
    Command("theme-dark", VIEW, N("D&ark"), "theme_dark"),
    Command("keys", HELP, N("&Keys…"), "show_keys", ("F1",)),
    Command("about", HELP, N("&About WavLink Desktop"), "about"),
)
