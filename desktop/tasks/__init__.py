"""The background runners and the use cases."""
