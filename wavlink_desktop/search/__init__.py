"""Query language to ranked clips."""

from wavlink_desktop.search.answer import Answer, Row
from wavlink_desktop.search.engine import Searcher
from wavlink_desktop.search.fields import FIELDS
from wavlink_desktop.search.hits import By, Hit
from wavlink_desktop.search.query import Query, QueryError, parse
from wavlink_desktop.search.request import Request, Sound

__all__ = ["FIELDS", "Answer", "By", "Hit", "Query", "QueryError", "Request", "Row", "Searcher", "Sound", "parse"]
