"""Takes out of libraries what only debuggers and linkers read: a fifth of the frozen program. Used by `build.spec`."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

ELF64 = b"\x7fELF\x02\x01"
_LOAD = 1


def strip_all(folder: Path) -> int:
    """Strip every 64-bit ELF library in `folder`, however deep; how many bytes that freed. Without `strip`, none."""
    if shutil.which("strip") is None:
        print("strip is missing: the program becomes a fifth larger (sudo apt-get install binutils)", file=sys.stderr)
        return 0
    return sum(_strip(path) for path in sorted(folder.rglob("*.so*")) if path.is_file() and not path.is_symlink())


def _strip(path: Path) -> int:
    stripped = path.with_name(f"{path.name}.stripped")
    command = ["strip", "--strip-unneeded", "-o", str(stripped), str(path)]
    done = subprocess.run(command, capture_output=True, check=False).returncode == 0
    gained = path.stat().st_size - stripped.stat().st_size if done else 0
    # Where the wheel's makers have moved segments (patchelf), strip leaves libraries that the system does not load.
    if gained > 0 and loads(stripped):
        shutil.copymode(path, stripped)
        stripped.replace(path)
        return gained
    stripped.unlink(missing_ok=True)
    return 0


def loads(path: Path) -> bool:
    """Whether a library's segments lie in the file as they will in memory, as the system's loader demands."""
    with path.open("rb") as file:
        head = file.read(64)
        if len(head) < 64 or not head.startswith(ELF64):
            return False
        (table,) = struct.unpack_from("<Q", head, 32)
        size, count = struct.unpack_from("<HH", head, 54)
        file.seek(table)
        entries = [struct.unpack_from("<IIQQQQQQ", file.read(size)) for _ in range(count)]
    return all((at - memory) % max(align, 1) == 0 for kind, _, at, memory, _, _, _, align in entries if kind == _LOAD)
