"""What a filter says to people, on its chip and in the menu: `Duration: under 5 s` for `duration:<5`."""

import re
from collections.abc import Callable
from pathlib import Path

from wavlink_desktop import ucs
from wavlink_desktop.gui.field_names import field_title
from wavlink_desktop.gui.translation import N, translated
from wavlink_desktop.gui.wording import figure, grouped
from wavlink_desktop.search import values
from wavlink_desktop.search.fields import FIELDS
from wavlink_desktop.search.tokens import Token

_TITLES = {
    "collection": N("Collection"),
    "depth": N("Bit depth"),
    "played": N("Played"),
    "rate": N("Sample rate"),
    "tag": N("Tag"),
    "ucs": N("Category"),
}
_STATES = {
    "online": (N("Online"), N("Offline")),
    "tagged": (N("Tagged"), N("Untagged")),
    "favourite": (N("Favourite"), N("No favourite")),
    "played": (N("Played"), N("Never played")),
    "duplicate": (N("Duplicate"), N("No duplicate")),
    "embedded": (N("Listened to"), N("Not listened to")),
    "problem": (N("With a problem"), N("Without problems")),
}
"""Of those whose value is yes or no."""
_WHOLE = {
    "played:today": N("Played today"),
    "played:yesterday": N("Played since yesterday"),
    "duplicate:near": N("Nearly the same"),
    "collection:any": N("In a collection"),
    "collection:yes": N("In a collection"),
    "collection:none": N("In no collection"),
    "collection:no": N("In no collection"),
}
_SIGNS = {"<": N("under {0}"), "<=": N("at most {0}"), ">": N("over {0}"), ">=": N("at least {0}")}
_SIGN = re.compile(r"[<>]=?|=")
_DAY_S = 86_400.0


def title(field: str) -> str:
    """What a field of the query language is called."""
    return translated(_TITLES[field]) if field in _TITLES else field_title(field)


def described(token: Token) -> str:
    """A filter for its chip. What makes no sense, or not yet, is given as it is written."""
    field, value = token.field, token.value
    state = values.yes_or_no(value) if field in _STATES else None
    whole = _WHOLE.get(f"{field}:{value.lower()}")
    if state is not None:
        return translated(_STATES[field][state == token.excluded])
    if whole is not None:
        text = translated(whole)
    elif not field:
        text = value
    elif field in FIELDS and FIELDS[field].read(value) is not None:
        text = f"{title(field)}: {said(field, value)}"
    else:
        text = f"{field}: {value}"
    return translated(N("not {0}")).format(text) if token.excluded else text


def said(field: str, value: str) -> str:
    """A value that makes sense."""
    return _SAID.get(field, _words)(value)


def _words(value: str) -> str:
    return f"{value.rstrip('*')}…" if value.endswith("*") else value


def _compared(read: Callable[[str], float | None], say: Callable[[float], str]) -> Callable[[str], str]:
    """`<5`, `2..10` and so on, as `search.values.numeric` reads them."""

    def number(text: str) -> str:
        found = read(text.strip())
        return text if found is None else say(found)

    def text(value: str) -> str:
        low, dots, high = value.partition("..")
        if dots:
            return _between(number(low) if low else "", number(high) if high else "")
        sign = _SIGN.match(value)
        said = number(value[sign.end() :] if sign else value)
        return _with_sign(sign[0] if sign else "=", said)

    return text


def _with_sign(sign: str, text: str) -> str:
    return translated(_SIGNS[sign]).format(text) if sign in _SIGNS else text


def _between(low: str, high: str) -> str:
    if not low or not high:
        return _with_sign(">=" if low else "<=", low or high)
    number, _, unit = low.partition(" ")
    if unit and high.partition(" ")[2] == unit:
        low = number
    return translated(N("{0} to {1}")).format(low, high)


def _length(seconds: float) -> str:
    """`200 ms`, `5 s`, `1 min 30 s`, `2 h`."""
    if seconds < 1:
        return f"{figure(seconds * 1000)} ms" if seconds else "0 s"
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (rest, "s"))
    return " ".join(f"{figure(count)} {unit}" for count, unit in parts if count)


def _bytes(count: float) -> str:
    power, unit = next((each for each in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")) if count >= each[0]), (1.0, "bytes"))
    return f"{figure(count / power)} {unit}"


def _channels(value: str) -> str:
    names = {"1": N("mono"), "mono": N("mono"), "2": N("stereo"), "stereo": N("stereo")}
    name = names.get(value.lower())
    return translated(name) if name else _compared(values.channels, figure)(value)


def _formats(value: str) -> str:
    names = [name.strip().lstrip(".").upper() for name in value.split(",") if name.strip(" .")]
    either = translated(N("or"))
    return f" {either} ".join(names)


def _folder(value: str) -> str:
    """The last of a path says enough: the whole is in the chip's help."""
    path = Path(value)
    name = path.name or value
    return name.encode(errors="replace").decode() if path.is_absolute() else _words(value)


def _tag(value: str) -> str:
    return _words(value.removeprefix("=").strip())


def _category(value: str) -> str:
    """A CatID by its names, a category as it stands in the sidebar."""
    wanted = value.casefold()
    rows = list(ucs.categories().values())
    for row in rows:
        if row.cat_id.casefold() == wanted:
            return f"{row.category.title()} · {row.subcategory.title()}"
    return value.title() if any(row.category.casefold() == wanted for row in rows) else _words(value)


def _rating(value: str) -> str:
    meant = values.stars(value) or frozenset((0,))
    low, high = ("★" * stars for stars in (min(meant), max(meant)))
    if low == high:
        return high or translated(N("none"))
    return _between(low, high if max(meant) < 5 or not low else "")


def _played(value: str) -> str:
    span = -(values.since(value, 0.0) or 0.0)
    days = span / _DAY_S
    if days > 1 and days.is_integer():
        return translated(N("in the last {0} days")).format(grouped(int(days)))
    return translated(N("in the last {0}")).format(_length(span))


_SAID: dict[str, Callable[[str], str]] = {
    "duration": _compared(values.seconds, _length),
    "channels": _channels,
    "rate": _compared(values.quantity(values.HERTZ), lambda hertz: f"{figure(hertz / 1000)} kHz"),
    "depth": _compared(values.quantity(values.BITS), lambda bits: f"{figure(bits)} bit"),
    "size": _compared(values.quantity(values.BYTES), _bytes),
    "format": _formats,
    "folder": _folder,
    "tag": _tag,
    "ucs": _category,
    "rating": _rating,
    "played": _played,
}
