"""Widgets of the main window; they emit requests and know no library."""
