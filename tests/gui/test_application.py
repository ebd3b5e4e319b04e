import subprocess
import sys

STUCK = """
import sys, time
from wavlink_desktop.gui.application import end_within
from wavlink_desktop.gui.feeder import _threads
_threads.submit(time.sleep, 600)
end_within(0.5, 3)
sys.exit(3)
"""


def test_a_drive_that_does_not_answer_does_not_keep_the_program_from_ending():
    assert subprocess.run([sys.executable, "-c", STUCK], check=False, timeout=120).returncode == 3
