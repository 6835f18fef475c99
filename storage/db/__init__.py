"""The library's file: opening it, its tables, and an import as one transaction."""
