"""Sources: a file of any known format becomes numbered lines of text."""

from storage.sources.reading import read_source

__all__ = ["read_source"]
