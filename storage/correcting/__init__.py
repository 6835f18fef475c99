"""Corrections by hand: pure functions from a recognised notice to the one that the user reads."""
