import numpy as np
import pytest

from wavlink_desktop.audio import Spectrum
from wavlink_desktop.gui.spectrogram import colour_table, frequency_text, spectrum_image


def luminance(argb):
    return sum(w * (argb >> shift & 255) for w, shift in ((0.2126, 16), (0.7152, 8), (0.0722, 0)))


@pytest.mark.parametrize("dark", [False, True])
def test_louder_is_ever_further_from_the_ground(dark):
    lights = np.array([luminance(argb) for argb in colour_table(dark)])
    steps = np.diff(lights if dark else -lights)
    assert len(lights) == 256 and steps.min() > -0.7
    assert abs(lights[-1] - lights[0]) > 200


def test_the_lowest_frequency_is_at_the_bottom(qapp):
    levels = np.zeros((4, 3), np.uint8)
    levels[0, 1] = 255
    image = spectrum_image(Spectrum(levels, 0, 1, 24_000), dark=True)
    assert (image.width(), image.height()) == (3, 4)
    assert image.pixelColor(1, 3).lightness() > 200
    assert image.pixelColor(1, 0).lightness() < 50 and image.pixelColor(0, 3).lightness() < 50


def test_frequencies_are_short():
    assert [frequency_text(f) for f in (49.7, 440, 999.8, 12_500)] == ["50 Hz", "440 Hz", "1 kHz", "12.5 kHz"]
