"""Query language to ranked clips."""
