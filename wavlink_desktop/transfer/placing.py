"""New files appear whole, under a name that no other file has, or not at all."""

import os
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import BinaryIO


class Names:
    """Hands out the names of one transfer; existing files are never replaced."""

    def __init__(self) -> None:
        self._next: defaultdict[tuple[Path, str], int] = defaultdict(lambda: 1)

    def free(self, folder: Path, stem: str, endings: Sequence[str]) -> list[Path]:
        """Paths, one for each ending, that neither a file has nor another name of this transfer."""
        key = folder, stem.casefold() + endings[0].casefold()
        for number in count(self._next[key]):
            whole = stem if number == 1 else f"{stem} {number:02}"
            paths = [folder / (whole + ending) for ending in endings]
            if not any(map(os.path.lexists, paths)):
                self._next[key] = number + 1
                return paths
        raise AssertionError

    def place(self, temporary: Sequence[Path], folder: Path, stem: str, endings: Sequence[str]) -> list[Path]:
        """Give finished files their names, numbered where those are taken by now."""
        while True:
            wanted = self.free(folder, stem, endings)
            placed: list[Path] = []
            try:
                for source, target in zip(temporary, wanted, strict=True):
                    _move(source, target)
                    placed.append(target)
                return wanted
            except FileExistsError:  # another program was quicker
                for source, target in zip(temporary, placed, strict=False):
                    target.replace(source)
            except BaseException:
                for target in placed:
                    target.unlink(missing_ok=True)
                raise


@contextmanager
def temporary_files(folder: Path, number: int) -> Iterator[tuple[list[Path], list[BinaryIO]]]:
    """New, empty files in `folder`, open for writing; whatever is left of them when the block ends goes."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f".{secrets.token_hex(8)}.part" for _ in range(number)]
    try:
        with ExitStack() as stack:
            yield paths, [stack.enter_context(path.open("xb+")) for path in paths]
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def _move(source: Path, target: Path) -> None:
    """Rename without ever replacing a file."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: a moment stays in which another program could be quicker
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        source.unlink()
