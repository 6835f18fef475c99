"""Builders of real files of each format out of the sample gazette; nothing binary is kept."""
