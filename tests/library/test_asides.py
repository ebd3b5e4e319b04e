import logging
import re

from wavlink_desktop.library.asides import _NAMED, Asides


def lines(caplog):
    return [record.getMessage() for record in caplog.records]


def test_a_scan_says_what_it_did_and_which_files_it_set_aside(library, sound, caplog):
    sound(library.folder / "rain.wav")
    (library.folder / "notes.wav").write_text("not a sound")
    with caplog.at_level(logging.INFO, "wavlink_desktop"):
        library.scan([library.folder])
        library.scan()
    said = lines(caplog)
    assert [line for line in said if line.startswith("scan begins")] == [
        f"scan begins: {library.folder}",
        "scan begins: all folders",
    ]
    (aside,) = (line for line in said if line.startswith("set aside"))
    assert str(library.folder / "notes.wav") in aside
    assert len(aside.rsplit(": ", 1)[1]) > 10, "with its reason"
    first, second = (line for line in said if line.startswith("scan ended"))
    assert re.match(r"scan ended after \d+\.\d s: 1 new, .* 1 set aside; 1 listened to, [\d.]+ a second$", first)
    assert "0 new" in second and "1 unchanged" in second and "1 set aside; 0 listened to" in second


def test_a_folder_of_broken_files_does_not_push_all_else_out_of_the_log(caplog):
    asides = Asides()
    with caplog.at_level(logging.INFO, "wavlink_desktop"):
        for number in range(10 * _NAMED):
            asides.add(b"/sfx/%d\xff.wav" % number, "It is no sound.")
    assert len(lines(caplog)) == _NAMED + 1
    assert lines(caplog)[1] == "set aside: /sfx/1\N{REPLACEMENT CHARACTER}.wav: It is no sound."
