"""Search: literal places that are never missed, and words, ranked."""

from storage.search.index import SearchIndex

__all__ = ["SearchIndex"]
