"""Writing excerpts out, one writer a file."""
