"""What goes into the packaged application, and what stays out. Read by `build.spec`."""

import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LEFT_OUT = (
    "tkinter",
    "pip",  # sqlite-utils can install plugins with it
    "setuptools",
    # Of torch: what profiles and shows models.
    "torch.utils.tensorboard",
    "torch.utils.benchmark",
    "torch.utils.bottleneck",
    "networkx",
    # Of huggingface_hub: its command line, and what fetches models.
    "typer",
    "rich",
    "pygments",
    "hf_xet",
    # With typer.
    "pydantic",
    "pydantic_core",
    # Of scikit-learn, which openTSNE needs a little of. (NumPy has to be whole: SciPy imports every part of it.)
    "sklearn.datasets",
)
"""Modules of our dependencies that nothing of ours comes to."""

MODELS = ("align", "auto", "bert", "encoder_decoder", "whisper")
"""Of transformers' hundreds of models: our towers, what transformers imports itself, and where it looks first for the
tokenizer of BERT."""

FILES_LEFT_OUT = (
    # torch's own tests and compilers, 130 MB.
    "torch/test/*",
    "torch/bin/*",
    "torch/include/*",
    "torch/share/*",
    # Sources of modules that are there compiled; others torch reads when it is imported.
    "torch/_dynamo/*.py",
    "torch/_inductor/*.py",
    "torch/distributed/*.py",
    "torch/testing/*.py",
    "sklearn/datasets/*",
    # NVIDIA's, from a machine that has them.
    "libcudart.*",
    # Qt's decoders: it plays and records without. We decode with libsndfile and PyAV.
    "PySide6/Qt/plugins/multimedia/*",
    "PySide6/Qt/lib/lib[as][vw]*",
    "PySide6/Qt/lib/libQt6FFmpegStub*",
    "PySide6/*MultimediaWidgets*",
    # Screens without a desktop, a keyboard for them, the network, PDF, and the Qt Quick that those ask for.
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/plugins/platforms/libq[elv]*",
    "PySide6/Qt/plugins/platforms/libqminimalegl.so",
    "PySide6/Qt/plugins/*virtualkeyboard*",
    "PySide6/Qt/plugins/imageformats/libqpdf.so",
    "PySide6/Qt/lib/libQt6EglF*",
    "PySide6/Qt/lib/libQt6Pdf*",
    "PySide6/Qt/lib/libQt6Q*",
    "PySide6/Qt/lib/libQt6VirtualKeyboard*",
    # Qt's words for what our window has not.
    "PySide6/Qt/translations/qt[!b]*",
    "PySide6/Qt/translations/qt_*",
)
"""Files that PyInstaller takes along with a module, and nothing opens. `*` also stands for folders."""

KEPT = ("torch/bin/torch_shm_manager", "torch/*/config.py")
"""Of those, what torch looks for and reads when it is imported."""


def wanted(destination: str) -> bool:
    """Whether a file goes into the application, by its place there."""
    place = destination.replace("\\", "/")
    return _is_one_of(place, KEPT) or not _is_one_of(place, FILES_LEFT_OUT)


def _is_one_of(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(place, pattern) for pattern in patterns)


def models_left_out() -> list[str]:
    """Modules of all models of transformers but `MODELS`. It looks for them by name, when one is asked for."""
    spec = find_spec("transformers")
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent / "models"
    return sorted(
        f"transformers.models.{model.name}"
        for model in folder.iterdir()
        if (model / "__init__.py").is_file() and model.name not in MODELS
    )


def strangers(project: Path) -> list[str]:
    """Importable names in this environment that the application in `project` does not depend on: the tools that test,
    train and document it. Without being told, PyInstaller takes along whatever some dependency would use if it is
    there."""
    table = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = set(_closure(table["dependencies"])) | {canonicalize_name(table["name"])}
    return sorted(
        module
        for module, distributions in packages_distributions().items()
        if not ours & {canonicalize_name(name) for name in distributions}
    )


def _closure(wanted: Iterable[str]) -> Iterator[str]:
    """Names of the distributions asked for here, on this system, and of all that those ask for."""
    waiting, seen = [(text, "") for text in wanted], set[tuple[str, str]]()
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        for asked in ("", *requirement.extras):
            if (name, asked) in seen:
                continue
            seen.add((name, asked))
            yield name
            try:
                waiting += [(each, asked) for each in requires(name) or ()]
            except PackageNotFoundError:
                break  # optional on this system
