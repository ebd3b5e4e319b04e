"""A small library of sounds, synthesised by our own code: for the first run and for the tests."""

from wavlink_desktop.demo.sound import DemoClip
from wavlink_desktop.demo.writing import DemoError, one_of_each_format, write_demo_library

__all__ = ["DemoClip", "DemoError", "one_of_each_format", "write_demo_library"]
