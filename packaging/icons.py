"""Writes the program's icon as each system wants it: a hicolor theme folder, an .ico, an .icns.

packaging/icons.py usr/share/icons | wavlink.ico | wavlink.icns   (in the project's environment)
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from wavlink_desktop import paths
from wavlink_desktop.gui.application import DESKTOP_ID

THEME_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; the folders of the icon theme specification that desktops look into."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: what Windows shows in lists, the task bar and folders, at 100 to 200 %."""
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
"""Pixels: 16 to 512 points of macOS, each also for screens of twice the density."""


def drawing() -> bytes:
    """The icon as it is drawn, SVG."""
    return (paths.resources() / "icons" / "app.svg").read_bytes()


def picture(size: int) -> bytes:
    """PNG of so many pixels a side, drawn for that size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(drawing()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    if not image.save(buffer, "PNG"):
        raise OSError(f"Qt does not write a PNG of {size} pixels")
    return bytes(buffer.data().data())


def write_theme(icons: Path) -> None:
    """Into `icons`/hicolor, for Linux, the folders made."""
    _place(icons, "scalable", "svg").write_bytes(drawing())
    for size in THEME_SIZES:
        _place(icons, f"{size}x{size}", "png").write_bytes(picture(size))


def write_file(file: Path) -> None:
    """One .ico or .icns, by its name, with a picture for every size, the folder made."""
    sizes = {".ico": ICO_SIZES, ".icns": ICNS_SIZES}[file.suffix]
    largest, *others = [Image.open(io.BytesIO(picture(size))) for size in reversed(sizes)]
    file.parent.mkdir(parents=True, exist_ok=True)
    largest.save(file, sizes=[(size, size) for size in sizes], append_images=others)


def _place(icons: Path, folder: str, kind: str) -> Path:
    place = icons / "hicolor" / folder / "apps" / f"{DESKTOP_ID}.{kind}"
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: icons.py usr/share/icons | FILE.ico | FILE.icns")
    destination = Path(sys.argv[1])
    write = write_file if destination.suffix in (".ico", ".icns") else write_theme
    write(destination)
