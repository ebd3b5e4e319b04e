import math

import torch

from model.losses import clip_loss, matryoshka, siglip_loss, tag_loss, truncate


def test_clip_loss_by_hand():
    # Two pairs, perfectly matched and orthogonal, scale 1: each row is -log(e / (e + 1)).
    vectors = torch.eye(2)
    expected = math.log(1 + math.exp(-1))
    assert math.isclose(clip_loss(vectors, vectors, torch.tensor(1.0), torch.eye(2)), expected, rel_tol=1e-5)


def test_pairs_with_the_same_caption_are_not_negatives():
    audio = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    same = torch.tensor([[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    scale = torch.tensor(20.0)
    assert clip_loss(audio, audio, scale, same) < clip_loss(audio, audio, scale, torch.eye(3)) + 1e-6
    # With soft targets the best possible loss of the double is log 2: both right answers share it.
    assert math.isclose(clip_loss(audio, audio, scale, same), 2 / 3 * math.log(2), rel_tol=1e-3)


def test_tag_loss_is_least_when_similarities_follow_the_tagger():
    classes = torch.eye(3)
    probabilities = torch.tensor([[0.99, 0.01, 0.01]])
    scale, bias = torch.tensor(10.0), torch.tensor(-5.0)
    right, wrong = (tag_loss(torch.eye(3)[[row]], classes, probabilities, scale, bias) for row in (0, 1))
    assert right < wrong
    one = -(0.99 * math.log(1 / (1 + math.exp(-5))) + 0.01 * math.log(1 / (1 + math.exp(5))))
    other = -(0.01 * math.log(1 / (1 + math.exp(5))) + 0.99 * math.log(1 / (1 + math.exp(-5))))
    assert math.isclose(right, one + 2 * other, rel_tol=1e-4)


def test_a_prefix_is_a_unit_vector():
    vectors = torch.nn.functional.normalize(torch.randn(4, 16), dim=-1)
    assert torch.allclose(truncate(vectors, 4).norm(dim=-1), torch.ones(4))
    assert torch.allclose(truncate(vectors, 16), vectors)


def test_siglip_loss_by_hand():
    # Two pairs, matched and orthogonal, scale 2, bias -1: a positive has logit 1, a negative -1, so all four cost
    # -log(sigmoid(1)), two of them a clip.
    vectors = torch.eye(2)
    loss = siglip_loss(vectors, vectors, torch.tensor(2.0), torch.tensor(-1.0), torch.eye(2))
    assert math.isclose(loss, 2 * math.log(1 + math.exp(-1)), rel_tol=1e-5)


def test_siglip_takes_all_that_means_the_same_for_positive():
    audio, scale, bias = torch.tensor([[1.0, 0.0], [1.0, 0.0]]), torch.tensor(20.0), torch.tensor(-10.0)
    assert siglip_loss(audio, audio, scale, bias, torch.ones(2, 2)) < 1e-3
    assert siglip_loss(audio, audio, scale, bias, torch.eye(2)) > 5


def test_matryoshka_is_the_mean_over_renormalised_prefixes():
    torch.manual_seed(0)
    audio, text = (torch.nn.functional.normalize(torch.randn(5, 16), dim=-1) for _ in range(2))

    def loss(a, t):
        return clip_loss(a, t, torch.tensor(2.0), torch.eye(5))

    by_dim = [loss(truncate(audio, dim), truncate(text, dim)) for dim in (16, 8, 4, 2)]
    assert torch.isclose(matryoshka((16, 8, 4, 2), loss, audio, text), torch.stack(by_dim).mean())
