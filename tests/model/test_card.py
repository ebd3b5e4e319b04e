"""The card that ships is the template's, filled in; whoever made something is named with a licence."""

import re
from pathlib import Path

import pytest

from model.export import CARD, fill_card
from wavlink_desktop import paths


@pytest.fixture(scope="module")
def card():
    return (paths.checkpoint() / "README.md").read_text(encoding="utf-8")


def test_the_card_that_ships_says_what_the_template_says(card):
    for part in re.split(r"\{\w+\}", CARD.read_text(encoding="utf-8")):
        assert part in card, "model/card.md and resources/wavlink-base/README.md differ"
    assert not re.search(r"\{\w+\}", card)


def test_every_source_has_a_licence(card):
    table = card.partition("| source | licence | clips |\n|---|---|---|\n")[2]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    assert len({source for source, *_ in rows}) > 100
    assert all(source and licence and int(clips) for source, licence, clips in rows)


def test_the_parts_that_were_not_trained_here_are_named_with_their_licences(card):
    for part, licence in (("Whisper", "MIT"), ("all-MiniLM-L6-v2", "Apache-2.0"), ("EfficientAT", "MIT")):
        assert re.search(rf"\| {part}.*\| {licence} \|", card)
    assert "GPL-3.0-or-later" in card


def test_a_card_without_manifest_or_scores_says_that_they_are_missing(tmp_path: Path):
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text('{"source": "pack", "licence": "CC0-1.0"}\n{"source": "pack", "licence": "CC0-1.0"}\n')
    assert "| pack | CC0-1.0 | 2 |" in fill_card(manifest, "An hour.", None)
    assert "Not measured." in fill_card(manifest, "An hour.", None)
    assert "Sources not listed." in fill_card(None, "", None)
