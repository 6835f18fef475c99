"""The window of Antou."""
