"""Files of every format to numbered lines of text."""
