"""An evaluation's answer as a Markdown table: a figure a line, a column a Matryoshka dim."""

from collections.abc import Iterator
from typing import Any


def markdown(result: dict[str, Any]) -> str:
    """The table, in percent, below a line that says what was evaluated. `result`: as `model.evaluate --json` has it."""
    dims = list(result["dims"])
    columns = [dict(_figures(result["dims"][dim])) for dim in dims]
    lines = [_row("%", dims), "|---" + "|--:" * len(dims) + "|"]
    lines += [_row(name, [f"{100 * column[name]:.1f}" for column in columns]) for name in columns[0]]
    return "\n".join([_headline(result), "", *lines])


def _headline(result: dict[str, Any]) -> str:
    """What was evaluated: counts, and of lists how many they hold."""
    counts = {key: len(value) if isinstance(value, list) else value for key, value in result.items()}
    told = [f"{count} {key.replace('_', ' ')}" for key, count in counts.items() if isinstance(count, int)]
    return f"**{result['task']}**: {', '.join(told)}"


def _figures(scores: dict[str, Any], within: str = "") -> Iterator[tuple[str, float]]:
    """Figures with their full names: `{"text_to_audio": {"R@1": …}}` holds "text to audio R@1"."""
    for key, value in scores.items():
        name = f"{within} {key.replace('_', ' ')}".strip()
        if key.startswith("by_"):
            yield from _figures(value, within)
        elif isinstance(value, dict):
            yield from _figures(value, name)
        else:
            yield name, value


def _row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"
