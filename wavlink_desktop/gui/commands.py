"""Every command of the window, declared once, a line each: its menu, its text, the slot that does it, its keys.

`gui/actions.py` makes actions and menus of them, `gui/palette.py` offers them by name, `gui/shortcuts.py` lets the
user give them other keys.
"""

from dataclasses import dataclass
from enum import Enum, auto

from wavlink_desktop.gui.translation import N


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


FILE = N("&File")
EDIT = N("&Edit")
PLAY = N("&Playback")
SOUND = N("&Sound")
TAGS = N("&Tags")
ORGANISE = N("&Organise")
LIBRARY = N("&Library")
VIEW = N("&View")
HELP = N("&Help")

# A row that is too long for one line is broken by the formatter; write them in this order, and a menu's rows together.
COMMANDS: tuple[Command, ...] = (
    Command("add-folder", FILE, N("&Add folder…"), "add_folder", ("Ctrl+O",), icon="folder-add"),
    Command("export", FILE, N("&Export tags…"), "export", ("Ctrl+E",), needs=Need.LIBRARY),
    Command(
        "transfer",
        FILE,
        N("&Transfer to folder…"),
        "transfer",
        ("Ctrl+Shift+E",),
        needs=Need.SOUND,
        icon="transfer",
        in_context_menu=True,
    ),
    Command("preferences", FILE, N("Pre&ferences…"), "show_preferences", ("Ctrl+,",), apart=True),
    Command("transfers-folder", FILE, N("Folder for &dragged regions…"), "choose_transfers_folder", ("Ctrl+Shift+G",)),
    Command("drag-as-they-are", "", N("Drag sounds out as they are"), "drag_as_they_are", ("Ctrl+Shift+A",)),
    Command("quit", FILE, N("&Quit"), "quit", ("Ctrl+Q",), apart=True),
    Command("undo", EDIT, N("&Undo"), "undo", ("Ctrl+Z",), needs=Need.LIBRARY, icon="undo"),
    Command("redo", EDIT, N("&Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), needs=Need.LIBRARY, icon="redo"),
    Command("find", EDIT, N("&Find"), "focus_search", ("Ctrl+F", "Ctrl+L"), icon="search"),
    Command("filters", EDIT, N("Add a f&ilter…"), "open_filters", ("Ctrl+Shift+F",), icon="filter"),
    Command("lean-to-words", EDIT, N("Rank more by &words"), "lean_to_words", ("Alt+Left",)),
    Command("lean-to-sound", EDIT, N("Rank more by s&ound"), "lean_to_sound", ("Alt+Right",)),
    Command("lean-to-neither", EDIT, N("Rank by both ali&ke"), "lean_to_neither", ("Alt+Home",)),
    Command("record", EDIT, N("Search by &microphone"), "record", ("Ctrl+Shift+R",), icon="microphone"),
    Command(
        "copy-files",
        EDIT,
        N("&Copy"),
        "copy_files",
        ("Ctrl+C",),
        Scope.RESULTS,
        Need.SOUND,
        "copy",
        in_context_menu=True,
    ),
    Command(
        "copy-region", EDIT, N("Copy the re&gion"), "copy_region", ("Ctrl+Shift+C",), needs=Need.SOUND, icon="copy"
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
    Command("loop", PLAY, N("L&oop"), "set_loop", ("L",), Scope.RESULTS, icon="loop", checkable=True, apart=True),
    Command(
        "reverse", PLAY, N("Bac&kwards"), "set_reverse", ("Shift+R",), Scope.RESULTS, icon="reverse", checkable=True
    ),
    Command(
        "skip-silence",
        PLAY,
        N("Skip &silence"),
        "set_skip_silence",
        ("Shift+S",),
        Scope.RESULTS,
        icon="skip-silence",
        checkable=True,
    ),
    Command(
        "start-at-match",
        PLAY,
        N("Start at the best &moment"),
        "set_start_at_match",
        ("Shift+B",),
        Scope.RESULTS,
        icon="start-at-match",
        checkable=True,
    ),
    Command("slower", PLAY, N("Slo&wer"), "slower", (",",), Scope.RESULTS, apart=True),
    Command("faster", PLAY, N("&Faster"), "faster", (".",), Scope.RESULTS),
    Command("semitone-down", PLAY, N("A semitone &down"), "semitone_down", ("<",), Scope.RESULTS),
    Command("semitone-up", PLAY, N("A semitone &up"), "semitone_up", (">",), Scope.RESULTS),
    Command("normal-speed", PLAY, N("Normal sp&eed"), "normal_speed", ("\\",), Scope.RESULTS),
    Command("gain-down", PLAY, N("Gain down by 1 dB"), "gain_down", ("{",), Scope.RESULTS, apart=True),
    Command("gain-up", PLAY, N("Gain up by 1 dB"), "gain_up", ("}",), Scope.RESULTS),
    Command(
        "match-loudness",
        PLAY,
        N("All sounds equall&y loud"),
        "set_match_loudness",
        ("Shift+L",),
        Scope.RESULTS,
        icon="match-loudness",
        checkable=True,
    ),
    Command("mono", PLAY, N("Fold down &to mono, or not"), "toggle_mono", ("Shift+M",), Scope.RESULTS),
    Command("next-channels", PLAY, N("Other &channels"), "next_channels", ("C",), Scope.RESULTS),
    Command(
        "as-it-is", PLAY, N("As &it is, without all that"), "play_as_it_is", ("|",), Scope.RESULTS, icon="as-it-is"
    ),
    Command("output", PLAY, N("Sound de&vice…"), "choose_output", ("Ctrl+Shift+D",), apart=True),
    Command("louder", PLAY, N("&Louder"), "louder", ("Ctrl++", "Ctrl+=")),
    Command("quieter", PLAY, N("&Quieter"), "quieter", ("Ctrl+-",)),
    Command("next-match", SOUND, N("&Next match in the sound"), "next_match", ("F3",), needs=Need.SOUND),
    Command("previous-match", SOUND, N("&Previous match"), "previous_match", ("Shift+F3",), needs=Need.SOUND),
    Command("next-marker", SOUND, N("Next &marker"), "next_marker", ("]",), Scope.RESULTS, Need.SOUND),
    Command("previous-marker", SOUND, N("Previous mar&ker"), "previous_marker", ("[",), Scope.RESULTS, Need.SOUND),
    Command(
        "region-from-here",
        SOUND,
        N("Region from here (&in)"),
        "region_from_here",
        ("I",),
        Scope.RESULTS,
        Need.SOUND,
        apart=True,
    ),
    Command("region-to-here", SOUND, N("Region to here (&out)"), "region_to_here", ("O",), Scope.RESULTS, Need.SOUND),
    Command("clear-region", SOUND, N("&Clear the region"), "clear_region", ("Shift+I",), Scope.RESULTS, Need.SOUND),
    Command(
        "view-waveform",
        SOUND,
        N("&Waveform"),
        "view_waveform",
        ("W",),
        Scope.RESULTS,
        checkable=True,
        apart=True,
    ),
    Command("view-spectrogram", SOUND, N("&Spectrogram"), "view_spectrogram", ("S",), Scope.RESULTS, checkable=True),
    Command("view-both", SOUND, N("&Both"), "view_both", ("B",), Scope.RESULTS, checkable=True),
    Command("zoom-in", SOUND, N("&Zoom in"), "zoom_in", ("+", "="), Scope.RESULTS, Need.SOUND, apart=True),
    Command("zoom-out", SOUND, N("Zoom o&ut"), "zoom_out", ("-",), Scope.RESULTS, Need.SOUND),
    Command("zoom-to-fit", SOUND, N("Zoom to &all of the sound"), "zoom_to_fit", ("0",), Scope.RESULTS, Need.SOUND),
    Command("zoom-to-region", SOUND, N("Zoom to the &region"), "zoom_to_region", ("Z",), Scope.RESULTS, Need.SOUND),
    Command("taller", SOUND, N("&Taller waveform"), "taller", ("Alt+PgUp",), Scope.RESULTS, Need.SOUND),
    Command("flatter", SOUND, N("&Flatter waveform"), "flatter", ("Alt+PgDown",), Scope.RESULTS, Need.SOUND),
    Command("accept-tag", TAGS, N("&Accept the marked tag"), "accept_tag", ("A",), Scope.RESULTS, Need.SOUND, "accept"),
    Command("reject-tag", TAGS, N("&Refuse the marked tag"), "reject_tag", ("X",), Scope.RESULTS, Need.SOUND, "reject"),
    Command("next-tag", TAGS, N("Mark the &next tag"), "next_tag", ("Alt+Down",), needs=Need.SOUND),
    Command("previous-tag", TAGS, N("Mark the &previous tag"), "previous_tag", ("Alt+Up",), needs=Need.SOUND),
    Command(
        "type-tag",
        TAGS,
        N("T&ype a tag"),
        "type_tag",
        ("T",),
        Scope.RESULTS,
        Need.SOUND,
        "tag",
        in_context_menu=True,
        apart=True,
    ),
    Command("go-to-tags", TAGS, N("&Go to the tags"), "go_to_tags", ("Ctrl+G",), needs=Need.SOUND),
    Command("teach-tag", TAGS, N("&Find more like these…"), "teach_tag", ("Ctrl+Shift+M",), needs=Need.SOUND),
    Command(
        "write", TAGS, N("&Write into the files…"), "write_metadata", ("Ctrl+Shift+W",), needs=Need.SOUND, apart=True
    ),
    Command("rename", TAGS, N("Rena&me by UCS…"), "rename_files", ("F2",), needs=Need.SOUND),
    Command("tag-library", TAGS, N("Tag the &library"), "tag_library", ("Ctrl+T",), needs=Need.LIBRARY, apart=True),
    Command(
        "vocabularies", TAGS, N("Tag the library wit&h…"), "choose_vocabularies", ("Ctrl+Shift+T",), needs=Need.LIBRARY
    ),
    Command("rate-5", ORGANISE, N("★★★★★"), "rate_5", ("5",), Scope.RESULTS, Need.SOUND),
    Command("rate-4", ORGANISE, N("★★★★"), "rate_4", ("4",), Scope.RESULTS, Need.SOUND),
    Command("rate-3", ORGANISE, N("★★★"), "rate_3", ("3",), Scope.RESULTS, Need.SOUND),
    Command("rate-2", ORGANISE, N("★★"), "rate_2", ("2",), Scope.RESULTS, Need.SOUND),
    Command("rate-1", ORGANISE, N("★"), "rate_1", ("1",), Scope.RESULTS, Need.SOUND),
    Command("rate-0", ORGANISE, N("&No stars"), "rate_0", ("U",), Scope.RESULTS, Need.SOUND),
    Command(
        "favourite",
        ORGANISE,
        N("&Favourite"),
        "toggle_favourite",
        ("F",),
        Scope.RESULTS,
        Need.SOUND,
        "favourite",
        in_context_menu=True,
        apart=True,
    ),
    Command(
        "add-to-collection",
        ORGANISE,
        N("&Add to collection…"),
        "add_to_collection",
        ("K",),
        Scope.RESULTS,
        Need.SOUND,
        "collection",
        in_context_menu=True,
    ),
    Command(
        "remove-from-collection",
        ORGANISE,
        N("&Take out of the collection"),
        "remove_from_collection",
        ("Shift+K",),
        Scope.RESULTS,
        Need.SOUND,
    ),
    Command("new-collection", ORGANISE, N("New &collection"), "new_collection", ("Ctrl+Shift+K",), needs=Need.LIBRARY),
    Command(
        "save-search",
        ORGANISE,
        N("&Save this search"),
        "save_search",
        ("Ctrl+S",),
        needs=Need.LIBRARY,
        icon="saved-search",
        apart=True,
    ),
    Command(
        "near-duplicates",
        ORGANISE,
        N("Find what sounds nearl&y the same"),
        "find_near_duplicates",
        ("Ctrl+Shift+N",),
        needs=Need.LIBRARY,
        apart=True,
    ),
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
    Command(
        "also-like-this",
        LIBRARY,
        N("An&d like this"),
        "also_like_this",
        ("Ctrl+Alt+M",),
        needs=Need.SOUND,
        in_context_menu=True,
    ),
    Command(
        "less-like-this",
        LIBRARY,
        N("&Less like this"),
        "less_like_this",
        ("Ctrl+Shift+L",),
        needs=Need.SOUND,
        in_context_menu=True,
    ),
    Command("update-map", LIBRARY, N("&Update the map"), "update_map", ("F9",), needs=Need.LIBRARY, apart=True),
    Command("redo-map", LIBRARY, N("La&y out the map anew"), "redo_map", ("Shift+F9",), needs=Need.LIBRARY),
    Command("rescan", LIBRARY, N("&Rescan all folders"), "rescan", ("F5",), needs=Need.LIBRARY, apart=True),
    Command("pause-scan", LIBRARY, N("Pause or go on &scanning"), "pause_scan", ("Shift+F5",), needs=Need.LIBRARY),
    Command("folders", LIBRARY, N("&Folders…"), "show_folders", ("Ctrl+Shift+O",), needs=Need.LIBRARY),
    Command(
        "problems", LIBRARY, N("&Problems…"), "show_problems", ("Ctrl+Shift+P",), needs=Need.LIBRARY, icon="warning"
    ),
    Command("show-list", VIEW, N("Li&st"), "show_list", ("Ctrl+1",), icon="list", checkable=True),
    Command("show-map", VIEW, N("&Map"), "show_map", ("Ctrl+2",), icon="map", checkable=True),
    Command("sidebar", VIEW, N("Side&bar"), "set_sidebar_visible", ("Ctrl+B",), icon="sidebar", checkable=True),
    Command("go-to-sidebar", VIEW, N("&Go to the sidebar"), "focus_sidebar", ("F6",), needs=Need.LIBRARY),
    Command("details", VIEW, N("&Inspector"), "set_details_visible", ("Ctrl+D",), icon="details", checkable=True),
    Command("theme-system", VIEW, N("Colours as the s&ystem has them"), "theme_system", ("F7",), apart=True),
    Command("theme-light", VIEW, N("&Light"), "theme_light", ("Shift+F7",)),
    Command("theme-dark", VIEW, N("D&ark"), "theme_dark", ("Ctrl+F7",)),
    Command("palette", HELP, N("&Commands…"), "show_palette", ("Ctrl+K",)),
    Command("keys", HELP, N("&Keys…"), "show_keys", ("F1",)),
    Command("doctor", HELP, N("&Doctor…"), "show_doctor", ("F12",), apart=True),
    Command("logs", HELP, N("Show &logs"), "show_logs", ("Shift+F12",)),
    Command("about", HELP, N("&About WavLink Desktop"), "about", ("Shift+F1",), apart=True),
)
