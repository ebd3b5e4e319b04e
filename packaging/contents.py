"""What goes into the packaged application, and what stays out. Read by `build.spec`."""

import tomllib
from collections.abc import Iterable, Iterator
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
    # Of scikit-learn, which openTSNE needs a little of. (NumPy has to be whole: SciPy imports every part of it.)
    "sklearn.datasets",
)
"""Modules of our dependencies that nothing of ours comes to."""

MODELS = ("auto", "bert", "encoder_decoder", "whisper")
"""Of transformers' hundreds of models: our towers, and what transformers imports itself."""

FOLDERS_LEFT_OUT = ("torch/test/", "torch/bin/", "torch/include/", "torch/share/")
"""Files that PyInstaller takes along with a module, and nothing opens: torch's own tests and compilers, 130 MB."""


def wanted(destination: str) -> bool:
    """Whether a file goes into the application, by its place there."""
    place = destination.replace("\\", "/")
    return place == "torch/bin/torch_shm_manager" or not place.startswith(FOLDERS_LEFT_OUT)  # torch looks for that one


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
