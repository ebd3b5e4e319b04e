from model.score_table import markdown


def test_figures_of_all_depths_become_lines_in_percent():
    result = {
        "task": "long-tail",
        "clips": 3,
        "without_a_right_clip": ["sleet", "hail"],
        "dims": {
            "512": {"found@5": 0.5, "text_to_audio": {"R@1": 0.125}, "by_kind": {"typo": {"found@5": 1.0}}},
            "64": {"found@5": 0.4, "text_to_audio": {"R@1": 0.0}, "by_kind": {"typo": {"found@5": 0.996}}},
        },
    }
    assert markdown(result) == (
        "**long-tail**: 3 clips, 2 without a right clip\n"
        "\n"
        "| % | 512 | 64 |\n"
        "|---|--:|--:|\n"
        "| found@5 | 50.0 | 40.0 |\n"
        "| text to audio R@1 | 12.5 | 0.0 |\n"
        "| typo found@5 | 100.0 | 99.6 |"
    )
