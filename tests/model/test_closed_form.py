import numpy as np

from model.closed_form import ridge_regression


def test_ridge_regression_solves_an_exact_relation():
    rng = np.random.default_rng(0)
    features = rng.standard_normal((200, 5)).astype(np.float32)
    features -= features.mean(axis=0)
    truth = rng.standard_normal((5, 3)).astype(np.float32)
    solution, offset = ridge_regression(features, features @ truth + 7, np.ones(200, np.float32), 1e-6)
    assert np.allclose(solution, truth, atol=1e-2) and np.allclose(offset, 7, atol=1e-2)
