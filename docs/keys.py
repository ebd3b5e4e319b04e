"""Writes the list of commands, their keys and where they work: `.venv/bin/python docs/keys.py > docs/keys.md`."""

from wavlink_desktop.gui.actions import plain
from wavlink_desktop.gui.commands import COMMANDS, Command, Scope


def table() -> str:
    """Everything that the window can do, menu by menu, in Markdown."""
    lines = [
        "# Commands and keys",
        "",
        "Ctrl+K finds a command by its name, F1 changes its keys.",
        "Keys with • work in the list and the waveform, not while you type.",
    ]
    menus: dict[str, list[Command]] = {}
    for command in COMMANDS:
        menus.setdefault(command.menu, []).append(command)
    for menu, commands in menus.items():
        lines += ["", f"## {plain(menu) or 'In no menu'}", "", "| command | keys |", "|---|---|"]
        lines += [f"| {plain(command.text)} | {_keys(command)} |" for command in commands]
    return "\n".join(lines) + "\n"


def _keys(command: Command) -> str:
    keys = " · ".join(f"`{key}`" for key in command.keys)
    return f"{keys} •" if keys and command.scope == Scope.RESULTS else keys


if __name__ == "__main__":
    print(table(), end="")
