"""Recognising: numbered lines to notices, one stage a file."""

from storage.parse.recognise import parse_source
from storage.types import RECOGNISER_VERSION

__all__ = ["RECOGNISER_VERSION", "parse_source"]
