"""What a command says when it cannot do what was asked."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import click

from wavlink_desktop import terminal

_log = logging.getLogger(__name__)


@contextmanager
def actionable_errors() -> Iterator[None]:
    """Errors that a user can act on become `ClickException`: one line on standard error, exit status 1."""
    try:
        yield
    except (BrokenPipeError, click.exceptions.Exit):
        raise  # The reader has gone (`| head`), or a command has chosen its exit status.
    except _actionable() as error:
        if not isinstance(error, ValueError):  # a query's words are nobody's business
            _log.info("stopped: %s: %s", type(error).__name__, _explain(error))
        terminal.StatusLine().clear()  # what was going on is over, and the message stands in its place
        raise click.ClickException(terminal.plain(_explain(error))) from error


def _actionable() -> tuple[type[Exception], ...]:
    from wavlink_desktop.audio import AudioError
    from wavlink_desktop.demo import DemoError
    from wavlink_desktop.library.errors import LibraryError
    from wavlink_desktop.metadata import ExportError
    from wavlink_desktop.search import QueryError
    from wavlink_desktop.tagging import VocabularyError

    return AudioError, DemoError, ExportError, LibraryError, OSError, QueryError, VocabularyError


def _explain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return str(error)
