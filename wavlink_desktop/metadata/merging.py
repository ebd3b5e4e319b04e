"""From what there is to say to what is to be changed: values that people put into a file stay."""

from collections.abc import Mapping
from dataclasses import dataclass

from wavlink_desktop import ucs

from .formats import Format
from .values import UCS_FIELDS, Values, category_values, words_of


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One text of a file: at which place, what stands there, and what is to."""

    place: str
    before: str
    after: str


def changes(
    form: Format, present: Mapping[str, str], ours: Mapping[str, str], values: Values, asked: Values
) -> list[FieldChange]:
    """What to change in a file that says `present` (place to text).

    `ours`: what this program wrote there before, which it may replace; `values`: what there is to say; `asked`: fields
    that the person dictated, which replace anything. Keywords are added to those of others.
    """
    theirs = {place: text for place, text in present.items() if text and ours.get(place) != text}
    wanted = {**_agreeing(form, theirs, values), **asked}
    found: list[FieldChange] = []
    for field, places in form.places.items():
        for place in places:
            before = present.get(place, "")
            if field in asked:
                after = form.fitting(place, asked[field])
            elif field == "KEYWORDS":
                after = _keywords(form, place, before, ours.get(place, ""), wanted.get(field, ""))
            elif place in theirs:
                after = before
            else:
                after = form.fitting(place, wanted.get(field, ""))
            if after != before:
                found.append(FieldChange(place, before, after))
    return found


def _agreeing(form: Format, theirs: Mapping[str, str], values: Values) -> Values:
    """The values, with those that a person gave the file at one of its places put in for the other places."""
    said = {field: text for field in form.places if (text := _said(form, theirs, field))}
    agreed = {**values, **{field: text for field, text in said.items() if field != "KEYWORDS"}}
    category = {field: said[field] for field in UCS_FIELDS if field in said}
    if any(values.get(field, "").casefold() != text.casefold() for field, text in category.items()):
        # The file says another category: all of that one's fields, or none where the rest of it is not known.
        agreed = {field: text for field, text in agreed.items() if field not in UCS_FIELDS}
        known = category.get("CATID", "")
        agreed |= category_values(known) if known in ucs.categories() else category
    return agreed


def _said(form: Format, theirs: Mapping[str, str], field: str) -> str:
    """What a person wrote at the first place that is named after the field; others may hold something else."""
    named = (place for place in form.places[field] if place.casefold().endswith(field.casefold()))
    return next((theirs[place] for place in named if place in theirs), "")


def _keywords(form: Format, place: str, before: str, ours: str, wanted: str) -> str:
    former = {word.casefold() for word in words_of(ours)}
    new = words_of(wanted)
    now = {word.casefold() for word in new}
    kept = [word for word in words_of(before) if word.casefold() not in former or word.casefold() in now]
    present = {word.casefold() for word in kept}
    if words_of(before) == kept and now <= present:
        return before
    return form.fitting(place, form.joined(place, [*kept, *(word for word in new if word.casefold() not in present)]))
