"""Orders that stand in other tables: many clips come as few do."""

import numpy as np
import pytest

from wavlink_desktop.library import listing, tagstore
from wavlink_desktop.library.filters import Filter, Range
from wavlink_desktop.library.listing import Order, ordered_ids, sorted_rows

CLIPS = 300


@pytest.fixture
def mixed(catalogue):
    """Clips of which some have stars, some a heart and some tags, of several vocabularies, persons and cases."""
    random = np.random.default_rng(3)
    labels = ["rain", "Rain", "door", "Door", "apple", "Zebra", "ärger"]
    with catalogue.writing() as database:
        database.execute("INSERT INTO folders (path, whole) VALUES (X'2F61', 1)")
        for number in range(1, CLIPS + 1):
            database.execute(
                """INSERT INTO files (folder_id, path, name, size, mtime_ns, duration, status)
                VALUES (1, ?, ?, 1, 1, ?, ?)""",
                [f"{number}".encode(), f"{number}", number % 7, "unreadable" if number % 50 == 0 else "ok"],
            )
            if number % 3:
                stars = int(random.integers(6))
                database.execute("INSERT INTO ratings SELECT ?, ?2 WHERE ?2 > 0", [number, stars])
            if number % 5 == 0:
                database.execute("INSERT INTO favourites VALUES (?)", [number])
            for _ in range(random.integers(4)):
                vocabulary, label = random.choice(["own", "ucs", "general"]), random.choice(labels)
                score = [0.25, 0.5, 0.5000001, 0.75][random.integers(4)]
                database.execute(
                    "INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?, 'sound')", [number, vocabulary, label, score]
                )
        for number in (4, 8, 9):
            tagstore.accept(database, "own", "zoo", [number])
    return catalogue


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("key", ["rating", "tags"])
def test_many_clips_are_sorted_as_few_are(mixed, key, descending, monkeypatch):
    order = Order(key, descending)
    some = np.random.default_rng(0).permutation(np.arange(1, CLIPS + 1))[:99]
    short = Filter((Range("duration", 0, 3),))
    asked = [
        lambda: ordered_ids(mixed, None, order),
        lambda: ordered_ids(mixed, short, order),
        lambda: ordered_ids(mixed, None, order, limit=20),
        lambda: sorted_rows(mixed, some, order),
    ]
    few = [one() for one in asked]
    monkeypatch.setattr(listing, "_FEW", 0)
    many = [one() for one in asked]
    assert [each.tolist() for each in many] == [each.tolist() for each in few]
    assert len(few[0]) == CLIPS - CLIPS // 50 and 0 < len(few[1]) < len(few[0]) and len(few[2]) == 20


@pytest.mark.parametrize("key", ["rating", "tags"])
def test_where_nothing_is_rated_or_tagged_clips_come_as_they_were_added(mixed, key, monkeypatch):
    monkeypatch.setattr(listing, "_FEW", 0)
    with mixed.writing() as database:
        for table in ("ratings", "favourites", "tags"):
            database.execute(f"DELETE FROM {table}")
    assert ordered_ids(mixed, None, Order(key)).tolist() == sorted(ordered_ids(mixed).tolist())
    assert ordered_ids(mixed, None, Order(key, True), limit=1).tolist() == [CLIPS - 1]
