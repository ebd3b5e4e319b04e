"""Where clips lie on the map of a library: what sounds alike lies together."""

from wavlink_desktop.mapping.charting import MapReport, chart
from wavlink_desktop.mapping.reading import Map, read_map

__all__ = ["Map", "MapReport", "chart", "read_map"]
