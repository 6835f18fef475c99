"""Sources: a file of any known format becomes numbered lines of text."""

from storage.sources.gathering import Member, Skipped, Sources, expand
from storage.sources.reading import read_source

__all__ = ["Member", "Skipped", "Sources", "expand", "read_source"]
