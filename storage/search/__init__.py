"""Finding: literal places, words, ranking, and the index that serves them."""
