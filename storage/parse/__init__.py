"""Recognising: numbered lines to notices, one stage a file."""
