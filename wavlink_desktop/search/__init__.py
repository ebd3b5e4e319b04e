"""Query language to ranked clips."""

from wavlink_desktop.search.engine import Searcher
from wavlink_desktop.search.hits import By, Hit
from wavlink_desktop.search.query import FIELDS, Query, QueryError, parse

__all__ = ["FIELDS", "By", "Hit", "Query", "QueryError", "Searcher", "parse"]
