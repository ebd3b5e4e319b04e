"""How the search grows with the library: `python -m benchmarks.growth --plot docs/growth.svg`.

Runs `benchmarks.search` at each size, prints a Markdown table, and draws each figure against the number of windows,
both axes logarithmic: a straight line of slope 1 is linear growth.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from benchmarks.machine import describe
from benchmarks.search import run

SIZES = (1_000, 10_000, 100_000, 1_000_000)
FIGURES = {
    "p50_ms": "text to ranked rows, p50, ms",
    "p95_ms": "the same, p95, ms",
    "exact_ms": "exact search instead, ms",
    "open_s": "open and answer the first query, s",
    "memory_mb": "memory of the searching process, MB",
    "disk_bytes_per_window": "disk a window, bytes",
    "recall_at_10": "recall@10",
    "filtered_recall_at_10": "recall@10 with filters, worst",
    "add_10000_s": "10,000 more windows, s",
}
_DRAWN = ("p50_ms", "p95_ms", "exact_ms", "open_s", "memory_mb")
_COLOURS = ("#0b7a6b", "#4fb3a5", "#c2571a", "#5b5fc7", "#8a8f98")
_WIDTH, _HEIGHT, _LEFT, _BELOW, _RIGHT = 720, 420, 60, 46, 240


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Markdown: a line a figure, a column a size."""
    lines = ["| | " + " | ".join(f"{row['windows']:,}" for row in rows) + " |", "|---|" + "--:|" * len(rows)]
    lines += [f"| {text} | " + " | ".join(f"{row[name]:,}" for row in rows) + " |" for name, text in FIGURES.items()]
    return "\n".join(lines)


def plot(rows: Sequence[dict[str, Any]]) -> str:
    """The figures that grow, as SVG."""
    values = [max(row[name], 0.01) for row in rows for name in _DRAWN]
    bottom, top = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = (math.log10(rows[place]["windows"]) for place in (0, -1))

    def x(windows: float) -> float:
        return _LEFT + (math.log10(windows) - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        share = (math.log10(max(value, 0.01)) - bottom) / (top - bottom)
        return _HEIGHT - _BELOW - share * (_HEIGHT - _BELOW - 16)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"',
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(bottom, top + 1):
        line = y(10.0**power)
        parts.append(f'<path d="M{_LEFT} {line:.1f}H{_WIDTH - _RIGHT}" stroke="#dfe3e6"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{line + 4:.1f}" text-anchor="end" fill="#555">{10.0**power:g}</text>')
    for row in rows:
        place = f'x="{x(row["windows"]):.1f}" y="{_HEIGHT - _BELOW + 18}"'
        parts.append(f'<text {place} text-anchor="middle" fill="#555">{row["windows"]:,}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 8}" fill="#555">windows</text>')
    for number, (name, colour) in enumerate(zip(_DRAWN, _COLOURS, strict=True)):
        points = " ".join(f"{x(row['windows']):.1f},{y(row[name]):.1f}" for row in rows)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        where = f'x="{_WIDTH - _RIGHT + 16}" y="{30 + 20 * number}"'
        parts.append(f'<text {where} fill="{colour}">{FIGURES[name]}</text>')
    return "\n".join([*parts, "</svg>", ""])


@click.command()
@click.option("--windows", "sizes", type=int, multiple=True, default=SIZES, show_default=True)
@click.option("--plot", "picture", type=click.Path(path_type=Path), help="Where to draw it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def main(sizes: tuple[int, ...], picture: Path | None, as_json: bool) -> None:
    """The search at every size."""
    rows = [run(size, lambda line: click.echo(line, err=True)) for size in sizes]
    if picture is not None:
        picture.write_text(plot(rows), encoding="utf-8")
    click.echo(json.dumps({"machine": describe(1), "sizes": rows}) if as_json else table(rows))


if __name__ == "__main__":
    main()
