"""The library file: SQLite through sqlite-utils, one module a table family."""
