"""Qt models over storage.types; no database."""
