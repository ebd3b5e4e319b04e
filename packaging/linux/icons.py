"""Writes the program's icon into a hicolor theme folder: as it is drawn, and as pictures for desktops that want those.

packaging/linux/icons.py usr/share/icons   (in the project's environment)
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from wavlink_desktop import paths
from wavlink_desktop.gui.application import DESKTOP_ID

_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; the folders of the icon theme specification that desktops look into."""


def write(icons: Path) -> None:
    """Into `icons`/hicolor, the folders made."""
    drawing = (paths.resources() / "icons" / "app.svg").read_bytes()
    scalable = _place(icons, "scalable", "svg")
    scalable.write_bytes(drawing)
    renderer = QSvgRenderer(drawing)
    for size in _SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        place = _place(icons, f"{size}x{size}", "png")
        if not image.save(str(place)):
            raise OSError(f"The icon cannot be written to {place}")


def _place(icons: Path, folder: str, kind: str) -> Path:
    place = icons / "hicolor" / folder / "apps" / f"{DESKTOP_ID}.{kind}"
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: icons.py usr/share/icons")
    write(Path(sys.argv[1]))
