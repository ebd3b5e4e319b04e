"""Files written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(destination: Path) -> Iterator[Path]:
    """A new, empty file beside `destination` to write to; it takes its place when the block ends well, else it goes.

    A crash at any moment leaves the old file or the new one. Where `destination` is a link, the file that it leads to
    is replaced. `OSError` when the folder cannot be written.
    """
    target = Path(os.path.realpath(destination))
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    temporary.touch(exist_ok=False)
    try:
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
