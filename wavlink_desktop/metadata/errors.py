"""Why a file was left as it is."""

from wavlink_desktop.library.errors import LibraryError


class RefusedError(LibraryError):
    """A file was left untouched; the message is one or two sentences for its user and does not repeat the path."""


class DamagedError(RefusedError):
    """The file's structure is damaged; the message says which chunk."""


class ChangedError(RefusedError):
    """The file is another one than the library, or the journal, knows."""
