"""Everything of Antou that is no window: reading, recognising, keeping, searching, exporting."""

__version__ = "0.1.0"
