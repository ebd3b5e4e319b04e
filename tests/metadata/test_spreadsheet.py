"""Whatever a text says, no spreadsheet runs it, and it comes back."""

import csv
import io
import re
from unicodedata import category

from hypothesis import example, given
from hypothesis import strategies as st

from wavlink_desktop.metadata.spreadsheet import cell, cells
from wavlink_desktop.metadata.workbook import LONGEST_TEXT, shortened

_pieces = st.sampled_from(
    [*"=+-@＝;,|\t\r\n '\"", "\r\n", "1", "-3.5", "a", "\x00", "\x7f", "雨", "🎧", "\xa0", "\u2028"]
)
_texts = st.one_of(st.text(), st.lists(_pieces, max_size=12).map("".join))


_SIGN = "[-=+@＝＋－＠]"


@given(_texts)
@example("-1\n+2")
@example("\xa0=1")
def test_no_cell_begins_with_a_formula_in_any_language(text: str) -> None:
    written = cell(text)
    if not re.fullmatch(r"\s*[+-]?\d+([.,]\d+)?\s*", text):
        assert not re.match(rf"\s*{_SIGN}|[\t\r\n]", written)
        assert not re.search(rf"[;,|\t\r\n]{_SIGN}", written)


@given(_texts)
def test_only_apostrophes_come_in_and_only_control_characters_go(text: str) -> None:
    def known(letter: str) -> str:
        lost = letter in "\ufffe\uffff" or (category(letter) == "Cc" and letter not in "\t\r\n\x85")
        return "\ufffd" if lost else letter

    assert cell(text).replace("'", "") == "".join(map(known, text)).replace("'", "")


@given(st.lists(_texts, min_size=2, max_size=4))
def test_a_row_stays_a_row(texts: list[str]) -> None:
    row = cells({str(number): text for number, text in enumerate(texts)})
    file = io.StringIO(newline="")
    csv.writer(file).writerow(row)
    assert list(csv.reader(io.StringIO(file.getvalue(), newline=""))) == [row]


@given(st.text(alphabet="a🎧", max_size=8), st.integers(LONGEST_TEXT - 20, LONGEST_TEXT + 2))
def test_a_shortened_text_fits_and_is_cut_between_letters(end: str, length: int) -> None:
    text = "x" * length + end
    short = shortened(text)
    assert len(short.encode("utf-16-le")) <= 2 * LONGEST_TEXT
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_numbers_and_lists() -> None:
    assert cells({"a": -1.5, "b": None, "c": ["=1", "b"], "d": 3}) == [-1.5, None, "'=1, b", 3]
