from pathlib import Path

import numpy as np
import pytest

from wavlink_desktop.library import layout, schema
from wavlink_desktop.library import vectors as stored
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.mapping import charting, read_map
from wavlink_desktop.mapping.charting import chart

KINDS = 4


def add(catalogue: Catalogue, count: int, first: int = 0) -> None:
    """Files whose kind is their number modulo `KINDS`, each with two windows."""
    with catalogue.writing() as database:
        database.execute("UPDATE state SET model_id = 'm'")
        database.execute("INSERT OR IGNORE INTO folders (id, path, whole) VALUES (1, ?, 1)", [b"/s"])
        for number in range(first, first + count):
            rng = np.random.default_rng(number)
            centre = np.random.default_rng(1000 + number % KINDS).normal(0, 1, stored.DIMENSIONS)
            found = stored.unit((centre + rng.normal(0, 0.4, (2, stored.DIMENSIONS))).astype(np.float32))
            name = f"{number}.wav"
            database.execute(
                "INSERT INTO files (id, folder_id, path, name, size, mtime_ns) VALUES (?, 1, ?, ?, 1, 1)",
                [number + 1, name.encode(), name],
            )
            stored.put(database, number + 1, "m", [(0, 1), (1, 2)], [stored.encode(row) for row in found])


@pytest.fixture
def catalogue(tmp_path: Path):
    opened = Catalogue(tmp_path / "library.db")
    yield opened
    opened.close()


def places(catalogue: Catalogue) -> dict[int, np.ndarray]:
    found = read_map(catalogue)
    assert found is not None
    return dict(zip(found.ids.tolist(), found.places, strict=True))


def test_before_it_is_made_there_is_none(catalogue):
    assert read_map(catalogue) is None


def test_every_clip_with_a_vector_has_a_place_near_its_kind(catalogue):
    add(catalogue, 80)
    report = chart(catalogue)
    assert (report.clips, report.placed, report.arranged, report.cancelled) == (80, 80, True, False)
    found = read_map(catalogue)
    for kind in range(KINDS):
        mine = found.ids % KINDS == (kind + 1) % KINDS
        centre = found.places[mine].mean(axis=0)
        within = np.linalg.norm(found.places[mine] - centre, axis=1)
        others = np.linalg.norm(found.places[~mine] - centre, axis=1)
        assert np.median(within) < np.quantile(others, 0.05)


def test_nothing_new_costs_nothing_and_a_few_new_ones_leave_the_others_where_they_are(catalogue):
    add(catalogue, 80)
    chart(catalogue)
    before, revision = places(catalogue), catalogue.revision()
    assert not chart(catalogue).arranged
    assert catalogue.revision() == revision
    add(catalogue, 8, first=80)
    report = chart(catalogue)
    assert (report.placed, report.arranged) == (8, False)
    after = places(catalogue)
    assert len(after) == 88
    for number, place in before.items():
        np.testing.assert_array_equal(after[number], place)
    alike = [after[number] for number in before if number % KINDS == 81 % KINDS]
    others = [after[number] for number in before if number % KINDS != 81 % KINDS]
    nearest_alike = min(np.linalg.norm(place - after[81]) for place in alike)
    assert nearest_alike < min(np.linalg.norm(place - after[81]) for place in others)


def test_many_new_ones_over_time_and_all_are_laid_out_again(catalogue):
    add(catalogue, 80)
    chart(catalogue)
    add(catalogue, 15, first=80)
    assert not chart(catalogue).arranged
    add(catalogue, 15, first=95)  # 30 of 110 by now
    report = chart(catalogue)
    assert (report.clips, report.arranged) == (110, True)
    add(catalogue, 4, first=110)
    assert not chart(catalogue).arranged


def test_anew_lays_out_what_is_known(catalogue):
    add(catalogue, 40)
    chart(catalogue)
    assert chart(catalogue, anew=True).arranged


def test_another_model_hears_other_likenesses(catalogue):
    add(catalogue, 40)
    chart(catalogue)
    with catalogue.writing() as database:
        database.execute("UPDATE state SET model_id = 'n'")
        database.execute("UPDATE files SET model_id = 'n'")
    assert chart(catalogue).arranged


def test_cancelled_the_former_map_stays(catalogue):
    add(catalogue, 40)
    chart(catalogue)
    before = places(catalogue)
    report = chart(catalogue, cancelled=lambda: True, anew=True)
    assert report.cancelled
    assert list(places(catalogue)) == list(before)


def test_what_cannot_be_found_is_not_shown_and_what_is_gone_no_longer_known(catalogue):
    add(catalogue, 20)
    chart(catalogue)
    with catalogue.writing() as database:
        database.execute("UPDATE files SET missing_since = 1 WHERE id = 3")
        database.execute("DELETE FROM files WHERE id = 4")
    assert set(places(catalogue)) == set(range(1, 21)) - {3, 4}
    add(catalogue, 2, first=20)
    chart(catalogue)
    with catalogue.reading() as database:
        known = layout.read(database).ids
    assert set(known.tolist()) == set(range(1, 23)) - {3, 4}


def test_an_empty_library_gives_an_empty_map(catalogue):
    assert chart(catalogue).clips == 0
    assert len(read_map(catalogue).ids) == 0


def test_clips_are_coloured_by_their_ucs_category_else_by_their_first_tag(catalogue):
    add(catalogue, 8)
    chart(catalogue)
    catalogue.replace_machine_tags("ucs", [1, 2], [(1, "DOORCreak", 0.6, "sound"), (2, "DOORKnck", 0.5, "name")])
    catalogue.replace_machine_tags("general", [1, 3], [(1, "wooden", 0.9, "sound"), (3, "wooden", 0.4, "sound")])
    catalogue.set_person_tags(3, ["villain"])
    found = read_map(catalogue)
    named = {number: found.names[category] for number, category in zip(found.ids, found.categories, strict=True)}
    assert [named[number] for number in (1, 2, 3, 4)] == ["Doors", "Doors", "Villain", ""]


def test_places_are_told_in_parts_that_only_grow(catalogue):
    add(catalogue, 40)
    told: list[tuple[int, int]] = []
    chart(catalogue, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]
    assert charting.STALE == 0.2


def test_an_older_library_gets_the_table(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", [step for step in schema.MIGRATIONS if step[:2] <= (1, 4)])
        patched.setattr(schema, "VERSION", 1 << 16 | 4)
        Catalogue(path).close()
    opened = Catalogue(path)
    assert read_map(opened) is None
    assert chart(opened).clips == 0
    opened.close()
