"""Two notices beside each other: which paragraphs belong together, and what words changed.

- units: a notice as paragraphs and table rows · pairing: which belong together
- wording: the words removed and added between two texts · amending: what a decision to amend says
- comparing: all of it; what comes out of it stands in storage.types.comparing
"""
