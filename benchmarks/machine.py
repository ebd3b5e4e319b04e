"""The machine that a benchmark ran on: figures of two machines are never compared."""

import os
import platform
import time
from pathlib import Path

import torch

_SIZE = 1536
"""Rows of the square matrices whose product shows what the processor can do."""


def describe(threads: int) -> dict[str, object]:
    """Processor, cores, threads in use, and billions of float32 operations a second that a matrix product reaches."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "threads": threads,
        "system": platform.platform(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "instructions": torch.backends.cpu.get_cpu_capability(),
        "peak_gflops": round(peak_gflops(), 1),
    }


def peak_gflops() -> float:
    """Of a large float32 matrix product, best of several."""
    left, right = torch.randn(_SIZE, _SIZE), torch.randn(_SIZE, _SIZE)
    seconds = []
    for _ in range(8):
        start = time.perf_counter()
        left @ right
        seconds.append(time.perf_counter() - start)
    return 2 * _SIZE**3 / min(seconds) / 1e9


def _processor() -> str:
    """As Linux names it; elsewhere as Python does."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()
