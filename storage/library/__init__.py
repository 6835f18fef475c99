"""The library: what window and command line open, and all they ask of it."""

from storage.library.facade import Library as Library
