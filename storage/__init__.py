"""Everything of Antou that is no window: reading, recognising, keeping, searching, exporting."""
