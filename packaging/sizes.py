"""What takes the space of the frozen program: the table in docs/packaging.md.

    packaging/sizes.py dist/wavlink-desktop [--at-most MB]

MB are 10^6 bytes of file contents; symbolic links count nothing. With `--at-most`, fails when there is more.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path, PurePosixPath

PARTS = (
    ("PyTorch", ("torch", "torchgen", "functorch")),
    ("Qt and PySide6", ("PySide6", "shiboken6")),
    ("WavLink: the model and what belongs to the program", ("wavlink_desktop",)),
    ("Transformers and tokenizers", ("transformers", "tokenizers", "huggingface_hub", "safetensors")),
    ("PyAV with FFmpeg", ("av", "av.libs")),
    ("SciPy", ("scipy", "scipy.libs")),
    ("NumPy", ("numpy", "numpy.libs")),
    ("scikit-learn and openTSNE", ("sklearn", "scikit_learn.libs", "openTSNE")),
)
"""What stands together in the table, by the first folder of its place in `_internal`."""

SMALL = 3.0
"""MB: what is less goes into the last row."""
PROGRAM = "The program file: Python modules, compressed"
LIBRARIES = "Python and libraries of the system"
REST = "The rest"


def sizes(folder: Path) -> Counter[str]:
    """Bytes by part, the largest part first to ask for."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part(PurePosixPath(path.relative_to(folder).as_posix()))] += path.stat().st_size
    return found


def _part(place: PurePosixPath) -> str:
    """Which row a file belongs to, by its place in the frozen program's folder."""
    if place.parts[0] != "_internal":
        return PROGRAM
    first = place.parts[1]
    if len(place.parts) == 2:
        library = ".so" in first or first.endswith((".dylib", ".dll", ".pyd"))
        return LIBRARIES if library else REST
    return next((name for name, folders in PARTS if first in folders), first)


def table(found: Counter[str]) -> str:
    """As Markdown, the largest first."""
    large = {part: count for part, count in found.items() if count >= SMALL * 1e6 and part != REST}
    rows = sorted(large.items(), key=lambda row: -row[1])
    total = sum(found.values())
    rows += [(REST, total - sum(large.values())), ("**All**", total)]
    return "\n".join(["| | MB |", "|---|---:|", *(f"| {part} | {count / 1e6:.0f} |" for part, count in rows)])


def main() -> int:
    """The table; the exit status says whether it is small enough."""
    options = argparse.ArgumentParser(description="What takes the space of the frozen program.")
    options.add_argument("folder", type=Path)
    options.add_argument("--at-most", type=float, metavar="MB")
    asked = options.parse_args()
    found = sizes(asked.folder)
    if not found:
        print(f"There is no frozen program in {asked.folder}: run 'make package' first.", file=sys.stderr)
        return 1
    print(table(found))
    total = sum(found.values()) / 1e6
    if asked.at_most is not None and total > asked.at_most:
        print(f"{total:.0f} MB are more than {asked.at_most:.0f}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
