import numpy as np
import pytest
from PySide6.QtGui import QColor

from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.gui.map_colours import (
    NEUTRAL_ON_DARK,
    NEUTRAL_ON_LIGHT,
    ON_DARK,
    ON_LIGHT,
    assign,
    mixed,
    palette_colours,
)
from wavlink_desktop.gui.map_labels import Regions
from wavlink_desktop.gui.map_raster import Discs, Raster
from wavlink_desktop.gui.theme import DARK, LIGHT
from wavlink_desktop.mapping import Map

BACK, RED, HALF = 0xFF000000, 0xFFFF0000, 0xFF800000


def drawn(raster: Raster) -> np.ndarray:
    image = raster.image
    rows = np.array([[image.pixel(x, y) for x in range(image.width())] for y in range(image.height())], np.uint32)
    margin = raster.origin
    return rows[margin:-margin, margin:-margin]


def discs(xs, ys, radius=3.0) -> Discs:
    kinds = np.zeros(len(xs), np.int32)
    colours = np.array([RED], np.uint32), np.array([HALF], np.uint32)
    return Discs(np.array(xs, np.float32), np.array(ys, np.float32), kinds, *colours, radius)


def test_a_disc_is_round_has_its_colour_and_a_rim():
    raster = Raster(40, 30)
    raster.clear(BACK)
    raster.draw(discs([20], [15]))
    pixels = drawn(raster)
    assert pixels.shape == (30, 40)
    assert pixels[15, 20] == RED
    assert pixels[15, 24] == pixels[18, 23] == BACK
    area = (pixels == RED).sum() + 0.5 * (pixels == HALF).sum()
    assert area == pytest.approx(np.pi * 9, rel=0.15)
    np.testing.assert_array_equal(pixels[12:19, 17:24], pixels[12:19, 17:24][::-1])


def test_discs_at_the_edge_and_beyond_do_no_harm():
    raster = Raster(40, 30)
    raster.clear(BACK)
    raster.draw(discs([0, 39.9, -500, 1e6, 20], [0, 29.9, 5, -1e6, 4000]))
    pixels = drawn(raster)
    assert pixels[0, 0] == pixels[29, 39] == RED
    assert (pixels == RED).sum() < 30


def test_points_on_each_other_are_drawn_once_the_last_on_top():
    raster = Raster(40, 30)
    raster.clear(BACK)
    colours = np.array([RED, 0xFF00FF00], np.uint32)
    same = np.full(1000, 20, np.float32)
    raster.draw(Discs(same, same / 2, np.arange(1000, dtype=np.int32) // 999, colours, colours, 3.0))
    assert drawn(raster)[10, 20] == 0xFF00FF00


def luminance(colour: QColor) -> float:
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize(
    ("colours", "background"), [((*ON_LIGHT, NEUTRAL_ON_LIGHT), LIGHT.base), ((*ON_DARK, NEUTRAL_ON_DARK), DARK.base)]
)
def test_every_colour_stands_out_from_its_background(colours, background):
    base = luminance(QColor(background))
    for name in colours:
        light, dark = sorted((luminance(QColor(name)), base), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3.0, name


# Viénot, Brettel, Mollon 1999: what is left of linear RGB for those who lack the long, or the middle, cones.
_PROTAN = np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]])
_DEUTAN = np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]])


@pytest.mark.parametrize("colours", [ON_LIGHT, ON_DARK])
@pytest.mark.parametrize("sight", [np.eye(3), _PROTAN, _DEUTAN])
def test_colours_are_told_apart_by_colour_blind_people_too(colours, sight):
    seen = []
    for name in colours:
        colour = QColor(name)
        linear = np.array([colour.redF(), colour.greenF(), colour.blueF()]) ** 2.2
        left = QColor.fromRgbF(*(float(part) for part in np.clip(sight @ linear, 0, 1) ** (1 / 2.2)))
        seen.append(_lab(left))
    distances = np.linalg.norm(np.array(seen)[:, None] - np.array(seen)[None], axis=2)
    assert distances[~np.eye(len(seen), dtype=bool)].min() > 14


def _lab(colour: QColor) -> np.ndarray:
    linear = np.array([colour.redF(), colour.greenF(), colour.blueF()]) ** 2.2
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(to_xyz @ linear / [0.9505, 1.0, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_the_most_frequent_have_a_colour_of_their_own_and_neighbours_differ():
    rng = np.random.default_rng(0)
    centres = rng.normal(0, 10, (30, 2))
    categories = np.repeat(np.arange(31), np.arange(31) + 5).astype(np.int32)
    around = np.concatenate([[[0, 0]], centres])[categories] + rng.normal(0, 0.3, (len(categories), 2))
    numbers = assign(categories, around.astype(np.float32), 31)
    assert numbers[0] == -1
    assert len(set(numbers[-8:])) == 8
    for number in range(len(ON_LIGHT)):
        holders = centres[np.flatnonzero(numbers[1:] == number)]
        apart = np.linalg.norm(holders[:, None] - holders[None], axis=2)
        assert apart[~np.eye(len(holders), dtype=bool)].min(initial=99) > 1.0


def test_colours_are_mixed_into_pixels():
    black, white = QColor("black"), QColor("white")
    assert mixed([black, white], white, 0.5).tolist() == [0xFF808080, 0xFFFFFFFF]
    assert palette_colours(np.array([-1]), white)[0] == QColor(NEUTRAL_ON_LIGHT)


def test_regions_are_named_after_what_is_most_frequent_there():
    rng = np.random.default_rng(0)
    places = np.concatenate([rng.normal((0, 0), 0.5, (50, 2)), rng.normal((20, 10), 0.5, (80, 2))]).astype(np.float32)
    categories = np.array([1] * 45 + [3] * 5 + [2] * 80, np.int32)
    regions = Regions(Cloud(Map(np.arange(130), places, categories, ("", "Doors", "Birds", "Rain"))))
    coarse = regions.at(20.0)
    assert [region.category for region in coarse[:2]] == [2, 1]
    assert (coarse[0].x, coarse[0].y) == pytest.approx((20, 10), abs=0.3)
    assert coarse[0].clips == 80
    assert 3 not in [region.category for region in coarse]
