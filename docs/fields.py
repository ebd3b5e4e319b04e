"""Writes the list of the query language's fields: `.venv/bin/python docs/fields.py > docs/fields.md`."""

import re

from wavlink_desktop.search.fields import FIELDS


def table() -> str:
    """Every field, what it looks at, and how it is written, in Markdown."""
    lines = ["| field | what it looks at | for instance |", "|---|---|---|"]
    lines += [f"| `{field.name}:` | {field.meaning} | {_code(field.example)} |" for field in FIELDS.values()]
    return "\n".join(lines) + "\n"


def _code(examples: str) -> str:
    return " · ".join(f"`{example}`" for example in re.split(r", | or ", examples))


if __name__ == "__main__":
    print(table(), end="")
