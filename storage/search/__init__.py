"""Search: literal places that are never missed, and words, ranked.

How the parts share the work:
- language: what the user typed, as a tree · matching, nearness: places of its terms in a text
- grams: pairs of characters · frequent, counts: what is counted of those that many notices have
- lexicon, packing: texts as codes of words · store, encoding: SQLite's file of all that
- segmenter: jieba · compounds: long words taken apart · words: where words begin and end
- prepare: a notice made ready for the index · layout: its blocks · ranks: whoosh
- seal: may these files be believed · reader, writer: the index as searches and updates see it
- view, catalogue, remarks: the library beside the index: attributes, notes and tags
- universe: all of it for one search · pending: notices not in the index yet
- evaluation: which notices a tree finds · loose: unknown long terms · facets: counts
- ranking: the order · showing, snippets: hits in the notice's own text · searching: one search
- index: SearchIndex, the only thing that the rest of the program sees
"""

from storage.search.index import SearchIndex
from storage.search.view import LibraryView

__all__ = ["LibraryView", "SearchIndex"]
