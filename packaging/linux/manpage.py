"""Prints the man page wavlink-desktop(1), made from the command line itself: what --help says, in man's own form.

packaging/linux/manpage.py > wavlink-desktop.1   (in the project's environment)

man-pages(7) has the sections and what they are called, groff_man(7) the macros.
"""

import re
from collections.abc import Iterator

import click

from wavlink_desktop import __version__
from wavlink_desktop.cli import cli

_PROGRAM = "wavlink-desktop"
_OPENING = (
    "Without a command, the window opens. Paths open in it: what sounds like a single file is looked for; folders, and "
    "several files, are taken into the library. A path has a slash in it (./sounds); a word without one is a command."
)
_LIBRARY = "The window's library, in place of the user's own. Commands take this option after their name."
_FILES = (
    ("~/.local/share/wavlink-desktop/library.db", "The library: an SQLite database. Removing the program leaves it."),
    ("~/.local/share/wavlink-desktop/library.db.hnsw*", "The index of its vectors, which is made again if it is lost."),
    ("~/.cache/wavlink-desktop", "Waveforms drawn before, and the like."),
    ("~/.local/state/wavlink-desktop/log", "What the program did and what went wrong with it."),
)
_ENVIRONMENT = (
    (
        "XDG_DATA_HOME, XDG_CACHE_HOME, XDG_STATE_HOME",
        "Where those folders are, in place of ~/.local/share, ~/.cache and ~/.local/state.",
    ),
    ("WAVLINK_LOG", "The least important lines that the log keeps: debug, info, warning or error."),
    ("DISPLAY, WAYLAND_DISPLAY", "Without either there is no window; a tour on the command line takes its place."),
)
_STATUS = (
    ("0", "All went well."),
    ("1", "Something could not be done; standard error says what, and what to do."),
    ("2", "The command line was not understood."),
)
_EXAMPLES = (
    (
        "Take up a folder of sounds, then search it:",
        f'{_PROGRAM} scan ~/SFX\n{_PROGRAM} search "rain on metal roof" --limit 5',
    ),
    ("What sounds like a file, but metallic:", f"{_PROGRAM} similar door.wav --but metallic"),
    (
        "Tag by the Universal Category System and export a table:",
        f"{_PROGRAM} tag --vocabulary ucs\n{_PROGRAM} export --format csv tags.csv",
    ),
)


def page() -> str:
    """The whole page, as roff."""
    context = click.Context(cli, info_name=_PROGRAM)
    lines = [
        r"'\" -*- coding: utf-8 -*-",
        f'.TH WAVLINK\\-DESKTOP 1 "" "WavLink Desktop {__version__}" "User Commands"',
        *_section("NAME", rf"{_escaped(_PROGRAM)} \- {_escaped(_first_sentence(cli).lower())}"),
        *_section("SYNOPSIS"),
        *_usage(r"[\fB\-\-library\fR \fIFILE.db\fR] [\fIPATH\fR]..."),
        ".br",
        *_usage(r"\fICOMMAND\fR [\fIOPTIONS\fR] [\fIARGUMENTS\fR]"),
        *_section("DESCRIPTION", _escaped(_first_sentence(cli) + ".")),
        ".PP",
        _escaped(_OPENING),
        *_section("OPTIONS"),
        *_tagged(r"\fB\-\-library\fR \fIFILE.db\fR", _LIBRARY),
        *_options(cli, context),
        *_tagged(r"\fB\-\-help\fR", "Explain the program or, after a command, that command."),
        *_section("COMMANDS"),
    ]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        lines += _command(command, click.Context(command, info_name=name, parent=context))
    lines += [*_section("EXIT STATUS"), *_list(_STATUS), *_section("ENVIRONMENT"), *_list(_ENVIRONMENT)]
    lines += [*_section("FILES"), *_list(_FILES), *_section("EXAMPLES")]
    for text, commands in _EXAMPLES:
        lines += [
            ".PP",
            _escaped(text),
            ".PP",
            ".EX",
            *(f"    {_escaped(line)}" for line in commands.split("\n")),
            ".EE",
        ]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f".SS {_escaped(context.info_name or '')}"
    yield from _usage(
        " ".join(
            [rf"\fB{_escaped(context.info_name or '')}\fR", *map(_argument, command.collect_usage_pieces(context))]
        )
    )
    for paragraph in (command.help or "").split("\n\n"):
        yield from (".PP", _escaped(" ".join(paragraph.split())))
    yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record is not None and "--help" not in parameter.opts:
            names, text = record
            yield from _tagged(_names(names), text)


def _usage(rest: str) -> list[str]:
    return [rf"\fB{_escaped(_PROGRAM)}\fR {rest}"]


def _section(title: str, *lines: str) -> list[str]:
    return [f".SH {title}", *lines]


def _list(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, text in rows:
        yield from _tagged(rf"\fB{_escaped(name)}\fR", text)


def _tagged(tag: str, text: str) -> list[str]:
    return [".TP", tag, _escaped(" ".join(text.split()))]


def _names(names: str) -> str:
    """`--limit INTEGER RANGE`: the option bold, what it takes slanted."""
    option, _, value = names.partition(" ")
    return rf"\fB{_escaped(option)}\fR" + (rf" \fI{_escaped(value)}\fR" if value else "")


def _argument(piece: str) -> str:
    return re.sub(r"[\w|-]+", lambda word: rf"\fI{_escaped(word[0])}\fR", piece)


def _first_sentence(command: click.Command) -> str:
    return (command.help or "").split("\n\n")[0].strip().rstrip(".")


def _escaped(text: str) -> str:
    """Text that roff prints as it is: no dash, quote or backslash turned into something else, no line a request."""
    signs = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
    escaped = "".join(signs.get(sign, sign) for sign in text)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    print(page(), end="")
