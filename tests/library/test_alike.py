import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.library import alike


def vectors_of(seed: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    base = random.standard_normal((max(1, count // 3), 512)).astype(np.float32)
    vectors = base[random.integers(len(base), size=count)]
    vectors = vectors + random.standard_normal((count, 512)).astype(np.float32) * random.choice(
        [0.05, 0.2, 0.3], (count, 1)
    ).astype(np.float32)
    durations = random.choice([1.0, 1.04, 1.2, 3.0, 3.2], count)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True), durations


@given(st.integers(0, 10_000), st.integers(0, 60))
def test_no_pair_is_missed_and_none_made_up(seed: int, count: int) -> None:
    vectors, durations = vectors_of(seed, count)
    found = alike.near_pairs(vectors, durations, lambda done, total: None, lambda: False)
    longer = np.maximum.outer(durations, durations)
    shorter = np.minimum.outer(durations, durations)
    close = (vectors @ vectors.T >= alike.LEAST_COSINE) & (longer <= shorter * alike.LONGER + alike.SLACK_S)
    assert {tuple(sorted(pair)) for pair in found.tolist()} == set(zip(*np.nonzero(np.triu(close, 1)), strict=True))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_groups_are_what_hangs_together(edges: list[tuple[int, int]]) -> None:
    pairs = np.array([edge for edge in edges if edge[0] != edge[1]], np.int64).reshape(-1, 2)
    members, group = alike.grouped(31, pairs)
    assert set(members.tolist()) == set(pairs.ravel().tolist())
    expected = {node: {node} for node in members.tolist()}
    for one, other in pairs.tolist():
        joined = expected[one] | expected[other]
        for node in joined:
            expected[node] = joined
    of = dict(zip(members.tolist(), group.tolist(), strict=True))
    for node, together in expected.items():
        assert {other for other in of if of[other] == of[node]} == together
