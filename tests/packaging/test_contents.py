"""What the frozen program is made of: what stays out, and libraries made smaller that still load."""

import ctypes
import importlib.util
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True)
def packaging_folder(monkeypatch):
    monkeypatch.syspath_prepend(PACKAGING)


@pytest.fixture
def strip():
    import strip

    if shutil.which("strip") is None:
        pytest.skip("binutils are not installed")
    return strip


def compiled(name):
    return Path(importlib.util.find_spec(name).origin)


def test_what_torch_looks_for_stays_and_what_nobody_opens_goes():
    import contents

    for place in ("torch/bin/torch_shm_manager", "torch/_inductor/config.py", "torch/nn/functional.py"):
        assert contents.wanted(place)
    for place in ("torch/bin/protoc", "torch/_inductor/ir.py", "PySide6/Qt/lib/libQt6Quick.so.6", "libcudart.so"):
        assert not contents.wanted(place)
    assert contents.wanted("PySide6/Qt/lib/libQt6Svg.so.6")
    assert contents.wanted("PySide6/Qt/translations/qtbase_de.qm")
    assert not contents.wanted("PySide6\\Qt\\translations\\qtmultimedia_de.qm")


def test_of_transformers_models_ours_stay():
    import contents

    left_out = contents.models_left_out()
    assert "transformers.models.llama" in left_out
    assert not {f"transformers.models.{model}" for model in contents.MODELS} & set(left_out)


def test_a_library_becomes_smaller_and_loads(strip, tmp_path):
    library = shutil.copy(compiled("hnswlib"), tmp_path)
    before = Path(library).stat().st_size
    gained = strip.strip_all(tmp_path)
    assert Path(library).stat().st_size == before - gained
    assert gained > 0
    ctypes.CDLL(library)
    assert [path.name for path in tmp_path.iterdir()] == [Path(library).name]


def test_a_library_that_strip_would_break_stays_as_it_is(strip, tmp_path):
    blas = sorted((Path(np.__file__).parents[1] / "numpy.libs").glob("*openblas*"))
    if not blas:
        pytest.skip("NumPy brings no OpenBLAS here")
    library = Path(shutil.copy(blas[0], tmp_path))
    strip.strip_all(tmp_path)
    assert strip.loads(library)


def test_segments_that_do_not_lie_as_in_memory_are_noticed(strip, tmp_path):
    library = Path(shutil.copy(compiled("hnswlib"), tmp_path))
    assert strip.loads(library)
    image = bytearray(library.read_bytes())
    (table,) = struct.unpack_from("<Q", image, 32)
    (at,) = struct.unpack_from("<Q", image, table + 8)
    struct.pack_into("<Q", image, table + 8, at + 8)
    library.write_bytes(image)
    assert not strip.loads(library)
    assert not strip.loads(compiled("contents"))


def test_the_table_of_sizes_has_all(tmp_path):
    import sizes

    for place, count in (("wavlink-desktop", 5), ("_internal/torch/lib/a.so", 7), ("_internal/torchgen/b", 1)):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_bytes(bytes(count * 1_000_000))
    (tmp_path / "_internal/again.so").symlink_to("torch/lib/a.so")
    rows = sizes.table(sizes.sizes(tmp_path)).splitlines()[2:]
    assert rows == ["| PyTorch | 8 |", f"| {sizes.PROGRAM} | 5 |", "| The rest | 0 |", "| **All** | 13 |"]
