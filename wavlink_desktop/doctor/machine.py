"""The machine: processor, graphics processor, memory, room on the disks, and the kernel's limits."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wavlink_desktop import paths
from wavlink_desktop.doctor.finding import Finding

_SCARCE_MEMORY = 1e9
"""Bytes that are free: below, the system may have to end the model's process."""
_SCARCE_DISK, _NO_DISK = 1e9, 50e6
_PROCESSOR, _MEMORY, _MOUNTS = Path("/proc/cpuinfo"), Path("/proc/meminfo"), Path("/proc/self/mounts")
_FEATURES = {"avx2": "AVX2", "avx512f": "AVX-512", "avx512_vnni": "VNNI", "avx512_bf16": "bfloat16", "amx_bf16": "AMX"}
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "davfs", "fuse.sshfs", "fuse.rclone")
)


def processor() -> Finding:
    """Cores, and what the model's products run fast on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    count = f"{cores} core" if cores == 1 else f"{cores} cores"
    try:
        text = _PROCESSOR.read_text(errors="replace")
    except OSError:
        return Finding("processor", "ok", f"{count}; its features can be told on Linux only.")
    name = re.search(r"model name\s*: (.*)", text)
    flags = re.search(r"flags\s*: (.*)", text)
    if flags is None:  # another kind of processor
        return Finding("processor", "ok", count)
    has = [shown for flag, shown in _FEATURES.items() if flag in flags[1].split()]
    text = (
        f"{name[1] if name else 'A processor'}, {count}; {', '.join(has) or 'none of ' + ', '.join(_FEATURES.values())}"
    )
    if "AVX2" not in has:
        return Finding("processor", "warning", text, "Without AVX2 it works, but listening takes longer.")
    return Finding("processor", "ok", text)


def graphics() -> Finding:
    """A graphics processor: none is needed, and none is used."""
    there = any(Path("/dev").glob("nvidia[0-9]*")) or any(Path("/dev/dri").glob("renderD*"))
    return Finding("graphics", "ok", f"{'There is one' if there else 'None'}: the model runs on the processor.")


def memory() -> Finding:
    """How much is free."""
    try:
        figures = dict(re.findall(r"(\w+):\s+(\d+) kB", _MEMORY.read_text()))
        total, free = (int(figures[name]) * 1024 for name in ("MemTotal", "MemAvailable"))
    except (OSError, KeyError):
        return Finding("memory", "ok", "How much there is can be told on Linux only.")
    text = f"{free / 1e9:.1f} of {total / 1e9:.1f} GB are free."
    if free < _SCARCE_MEMORY:
        return Finding("memory", "warning", text, "Close other programs before you scan.")
    return Finding("memory", "ok", text)


def disks(library: Path) -> list[Finding]:
    """Room for the library, for what is drawn (the cache) and for temporary files."""
    places: dict[str, Callable[[], Path]] = {
        "library": lambda: library.absolute().parent,
        "cache": paths.cache_folder,
        "temporary files": lambda: Path(tempfile.gettempdir()),
    }
    return [_room(name, folder) for name, folder in places.items()]


def network(library: Path) -> Finding:
    """Whether the library lies on a disk of this machine: SQLite cannot lock it across a network."""
    kind = file_system(library)
    if kind in _NETWORK:
        return Finding(
            "library's disk",
            "warning",
            f"The library {library} is on a network file system ({kind}), where it can be damaged.",
            "Move it to a disk of this machine. The sounds may stay where they are.",
        )
    return Finding("library's disk", "ok", f"{kind or 'unknown'}, of this machine" if kind else "It cannot be told.")


def file_system(path: Path) -> str:
    """The kind of file system that `path`, or the folder that it would be in, lies on; empty: it cannot be told."""
    kind, longest = "", -1
    real = Path(os.path.realpath(path))
    with suppress(OSError):
        for line in _MOUNTS.read_text(errors="surrogateescape").splitlines():
            _, mounted, this = line.split()[:3]
            folder = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), mounted))
            if (real == folder or folder in real.parents) and len(folder.parts) >= longest:
                kind, longest = this, len(folder.parts)
    return kind


def _room(name: str, place: Callable[[], Path]) -> Finding:
    try:
        folder = place()
        there = next(parent for parent in (folder, *folder.parents) if parent.exists())
        free = shutil.disk_usage(there).free
    except OSError as error:  # it could not even be begun
        return Finding(f"room: {name}", "missing", str(error), "Make room, or change the permissions of the folder.")
    check, text = f"room: {name}", f"{free / 1e9:.1f} GB are free at {folder}."
    if free < _NO_DISK:
        return Finding(check, "missing", text, "Make room, then try again.")
    if free < _SCARCE_DISK:
        return Finding(check, "warning", text, "Make room before you scan many sounds.")
    if not os.access(there, os.W_OK):
        return Finding(check, "missing", f"You may not write at {folder}.", "Change its permissions.")
    return Finding(check, "ok", text)
