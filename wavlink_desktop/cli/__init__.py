"""The command line: one thin function a command, in modules by subject.

What is heavy is imported inside the commands, so that `--help` answers at once.
"""

import io
import logging
import sys
from typing import Any

import click

from wavlink_desktop import __version__
from wavlink_desktop.cli import (
    demonstrating,
    exporting,
    folders,
    inspecting,
    mapping,
    organising,
    scanning,
    searching,
    tagging,
    transferring,
    writing,
)
from wavlink_desktop.cli.errors import actionable_errors
from wavlink_desktop.cli.options import TEXT

_log = logging.getLogger(__name__)


class _Commands(click.Group):
    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        with actionable_errors():  # --help and --version print there
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        with actionable_errors():
            return super().invoke(ctx)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="WavLink Desktop")
def cli() -> None:
    """Find and tag sound effects by meaning, offline.

    Without a command, the window opens; paths (./sounds, /sfx/rain.wav) open in it.
    """
    _log.info("command: %s", click.get_current_context().invoked_subcommand)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal may lack the letters of a name.
            stream.reconfigure(errors="backslashreplace")


for _command in (
    demonstrating.demo,
    scanning.scan,
    searching.search,
    searching.similar,
    tagging.tag,
    tagging.teach,
    exporting.export,
    writing.write,
    writing.rename,
    writing.undo,
    transferring.transfer,
    mapping.make_map,
    folders.folders,
    folders.relink,
    folders.forget,
    organising.collections,
    organising.collect,
    organising.rate,
    organising.favourite,
    organising.duplicates,
    inspecting.info,
    inspecting.problems,
    inspecting.doctor,
):
    for _parameter in _command.params:
        if _parameter.type is click.STRING:  # as click takes words
            _parameter.type = TEXT
    cli.add_command(_command)
