"""A notice as a document on the screen, and positions in it."""
