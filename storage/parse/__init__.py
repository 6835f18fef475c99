"""Recognising: numbered lines to notices, one stage a file."""

from storage.parse.recognise import parse_source

# Raised whenever the same text would be recognised otherwise than before.
RECOGNISER_VERSION = 1

__all__ = ["RECOGNISER_VERSION", "parse_source"]
