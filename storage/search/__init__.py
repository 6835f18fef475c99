"""Search: literal places that are never missed, and words, ranked.

How the parts share the work:
- query: what the user typed, as terms · matching: their places in a text
- grams: pairs of characters · store: SQLite's file of pairs, texts and cuts; proposes and decides
- segmenter: jieba · compounds: long words taken apart · words: where words begin and end
- prepare: a notice made ready for the index · ranks: whoosh, what a notice is about
- seal: may these files be believed · reader, writer: the index as searches and updates see it
- searching: one search · pending: notices not in the index yet
- ranking: the order · snippets: hits in the notice's own text
- index: SearchIndex, the only thing that the rest of the program sees
"""

from storage.search.index import SearchIndex

__all__ = ["SearchIndex"]
