"""Writes the notices of what the program is made of, with the licences' texts: `make notices`.

    .venv/bin/python packaging/notices.py > resources/NOTICES.txt

They come from the installed packages that the program needs to run, so run it in an environment that has the exact
versions of `constraints.txt`. The same environment gives the same file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "wavlink-desktop"
STANDARD_TEXTS = Path(__file__).parent / "licences"
OWN_TEXT = Path(__file__).parents[1] / "LICENSE"

# What says no SPDX expression of itself: read off its licence's text.
EXPRESSIONS = {
    "click-default-group": "BSD-3-Clause",
    "et-xmlfile": "MIT",
    "h11": "MIT",
    "hnswlib": "Apache-2.0",
    "huggingface-hub": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "lxml": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "mpmath": "BSD-3-Clause",
    "openpyxl": "MIT",
    "opentsne": "BSD-3-Clause",
    "pip": "MIT",
    "pluggy": "MIT",
    "pyside6-addons": "LGPL-3.0-only",
    "pyside6-essentials": "LGPL-3.0-only",
    "pyyaml": "MIT",
    "rich": "MIT",
    "safetensors": "Apache-2.0",
    "scipy": "BSD-3-Clause",
    "shellingham": "ISC",
    "shiboken6": "LGPL-3.0-only",
    "soundfile": "BSD-3-Clause",
    "sqlite-fts4": "Apache-2.0",
    "sympy": "BSD-3-Clause",
    "tokenizers": "Apache-2.0",
    "tqdm": "MPL-2.0 AND MIT",
    "transformers": "Apache-2.0",
    "tzdata": "Apache-2.0",
    "watchdog": "Apache-2.0",
}

# Libraries in other languages that come inside those packages, as their files are named (Linux, x86-64).
LIBRARIES = (
    ("Python, with SQLite (public domain)", "the packaged application", "PSF-2.0", "https://www.python.org"),
    ("Qt 6", "PySide6", "LGPL-3.0-only", "https://www.qt.io"),
    ("FFmpeg (Qt Multimedia's)", "PySide6", "LGPL-2.1-or-later", "https://ffmpeg.org"),
    ("FFmpeg, built with x264 and x265", "av", "GPL-2.0-or-later", "https://ffmpeg.org"),
    ("x264", "av", "GPL-2.0-or-later", "https://www.videolan.org/developers/x264.html"),
    ("x265", "av", "GPL-2.0-or-later", "https://www.x265.org"),
    ("LAME", "av, soundfile", "LGPL-2.0-or-later", "https://lame.sourceforge.io"),
    ("Opus", "av, soundfile", "BSD-3-Clause", "https://opus-codec.org"),
    ("opencore-amr", "av", "Apache-2.0", "https://sourceforge.net/projects/opencore-amr/"),
    ("dav1d", "av", "BSD-2-Clause", "https://code.videolan.org/videolan/dav1d"),
    ("SVT-AV1", "av", "BSD-3-Clause-Clear", "https://gitlab.com/AOMediaCodec/SVT-AV1"),
    ("libvpx, libwebp", "av", "BSD-3-Clause", "https://www.webmproject.org"),
    ("oneVPL", "av", "MIT", "https://github.com/intel/libvpl"),
    ("GnuTLS", "av", "LGPL-2.1-or-later", "https://gnutls.org"),
    ("Nettle, GMP, libunistring", "av", "LGPL-3.0-or-later OR GPL-2.0-or-later", "https://www.gnu.org"),
    ("ALSA library", "av", "LGPL-2.1-or-later", "https://www.alsa-project.org"),
    ("libxcb, libXau, libdrm", "av", "MIT", "https://www.x.org"),
    ("libsndfile", "soundfile", "LGPL-2.1-or-later", "https://libsndfile.github.io/libsndfile/"),
    ("FLAC, Ogg, Vorbis", "soundfile", "BSD-3-Clause", "https://xiph.org"),
    ("mpg123", "soundfile", "LGPL-2.1-only", "https://mpg123.de"),
    ("libsoxr", "soxr", "LGPL-2.1-or-later", "https://sourceforge.net/projects/soxr/"),
    ("OpenBLAS", "numpy, scipy", "BSD-3-Clause", "https://www.openblas.net"),
    (
        "GCC runtime: libgomp, libgfortran, libquadmath",
        "torch, numpy, scipy, openTSNE, scikit-learn",
        "GPL-3.0-or-later WITH GCC-exception-3.1; libquadmath LGPL-2.1-or-later",
        "https://gcc.gnu.org",
    ),
    ("libxml2, libxslt", "lxml", "MIT", "https://gitlab.gnome.org/GNOME/libxml2"),
)

# What the bundled model was made from, and what the catalogue of categories is.
PARTS = (
    ("Whisper base, the encoder", "start of the audio tower", "MIT, Copyright (c) 2022 OpenAI"),
    ("all-MiniLM-L6-v2 (sentence-transformers)", "start of the text tower", "Apache-2.0"),
    ("EfficientAT mn04 (Florian Schmid)", "teacher: tagged the training sounds", "MIT"),
    ("Universal Category System", "categories and synonyms", "public domain: T. Nielsen, J. Drury, K. Paquin"),
)

# A machine with a graphics card may have these beside torch; nothing that we hand out has them.
NOT_OURS = re.compile(r"nvidia-|cuda-|triton$")
_LICENCE_FILE = re.compile(r"licen[sc]es?|copying|notice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package that the program needs, and the texts `(name, text)` of its licences."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[tuple[str, str], ...]


def packages(root: str = PROGRAM) -> list[Package]:
    """Whatever `root` needs to run, directly or not, by name. Raises LookupError for one that says no licence."""
    found: dict[str, Distribution] = {}
    _gather(root, found)
    return [_package(name, found[name]) for name in sorted(found) if name != canonicalize_name(root)]


def notices() -> str:
    """The whole text. A licence that several have is printed once."""
    needed = packages()
    lines = [_HEAD, *_table((one.name, one.version, one.licence, one.home) for one in needed)]
    lines += ["", "", "Libraries inside those packages (name, where, licence, home)", ""]
    lines += _table(LIBRARIES)
    lines += ["", "", "The model and the catalogue of categories (what, what for, licence)", ""]
    lines += _table(PARTS)
    lines += ["", "The sounds that the model was trained on, with their licences, stand in its card:"]
    lines += ["wavlink-base/README.md, beside this file.", ""]
    for owners, text in [([f"{PROGRAM}: LICENSE"], OWN_TEXT.read_text(encoding="utf-8")), *_by_text(needed)]:
        lines += ["", "=" * 100, *owners, "=" * 100, "", text]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


_HEAD = """Third-party notices of WavLink Desktop

WavLink Desktop itself is free software under the GNU General Public License, version 3 or later.
It stands on the work of the following people and projects, each under its own licence. The texts follow below.

Packages (name, version, licence, home)
"""


def _gather(name: str, found: dict[str, Distribution]) -> None:
    key = canonicalize_name(name)
    if key in found or NOT_OURS.match(key):
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError as error:
        raise LookupError(f"{name} is needed and not installed: pip install -c constraints.txt -e .") from error
    for text in found[key].requires or []:
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            _gather(needed.name, found)


def _package(name: str, source: Distribution) -> Package:
    licence = _said(source, "license_expression") or EXPRESSIONS.get(name)
    if not licence:
        raise LookupError(f"{name} says no licence: read it, and add it to EXPRESSIONS in {__file__}")
    version = source.version.partition("+")[0]  # of which kind torch is does not matter here
    return Package(name, version, licence, _home(source), _texts(source, licence))


def _home(source: Distribution) -> str:
    given = source.metadata.get_all("Project-URL") or []
    named: dict[str, str] = dict(entry.split(", ", 1) for entry in given)
    lowered = {key.lower(): url for key, url in named.items()}
    for key in ("homepage", "home", "source", "source code", "repository", "github", "documentation"):
        if key in lowered:
            return lowered[key]
    return _said(source, "home_page") or f"https://pypi.org/project/{source.metadata['Name']}/"


def _said(source: Distribution, field: str) -> str:
    """What a package says of itself in one field; empty when nothing."""
    said = source.metadata.json.get(field, "")
    return str(said) if isinstance(said, str) else ""


def _texts(source: Distribution, licence: str) -> tuple[tuple[str, str], ...]:
    """The texts that came with a package; for one that brought none, the standard text and who wrote it."""
    files = [file for file in source.files or [] if _is_licence(file.parts)]
    texts = [(_short(file.parts), file.read_binary().decode(errors="replace")) for file in sorted(files)]
    if texts:
        return tuple(texts)
    author = _said(source, "author") or _said(source, "author_email") or "its authors"
    standard = (STANDARD_TEXTS / f"{licence}.txt").read_text(encoding="utf-8")
    return ((licence, f"Copyright (c) {author}\n\n{standard}" if licence == "MIT" else standard),)


def _is_licence(parts: tuple[str, ...]) -> bool:
    inside = any(part.endswith(".dist-info") for part in parts)
    return inside and bool(_LICENCE_FILE.match(parts[-1])) and not parts[-1].endswith((".py", ".pyc"))


def _short(parts: tuple[str, ...]) -> str:
    """A file's path after the folder of licences."""
    kept = [part for part in parts if not part.endswith(".dist-info")]
    return "/".join(kept[1:] if kept[0] == "licenses" and len(kept) > 1 else kept)


def _by_text(needed: list[Package]) -> list[tuple[list[str], str]]:
    """`(whose, text)`: each text once, in the order in which it is met first."""
    owners: dict[bytes, tuple[list[str], str]] = {}
    for one in needed:
        for name, text in one.texts:
            key = sha256(" ".join(text.split()).encode()).digest()
            owners.setdefault(key, ([], text.strip("\n")))[0].append(f"{one.name}: {name}")
    return list(owners.values())


def _table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    kept = list(rows)
    widths = [max(len(row[column]) for row in kept) for column in range(len(kept[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in kept]


if __name__ == "__main__":
    print(notices(), end="")
