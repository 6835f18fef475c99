"""The catalogue of messages: from a key and arguments to a sentence in the user's language.

`resources/translations/messages` holds one JSON file a subject, each an object
`{key: {"zh": "…{name}…", "en": "…{name}…"}}`. Window and command line share it.
A fault has a second sentence, its advice, under the key `KEY.advice`.
"""

from __future__ import annotations

import json
from pathlib import Path

LANGUAGES = ("zh", "en")


class Words:
    """The messages of one language."""

    def __init__(self, folder: Path, language: str = "zh") -> None:
        """Read the catalogue in `folder`; `language` is one of LANGUAGES."""
        self.language = language if language in LANGUAGES else "zh"
        self._messages: dict[str, str] = {}
        for file in sorted(folder.glob("*.json")):
            entries = json.loads(file.read_text(encoding="utf-8"))
            self._messages |= {key: words[self.language] for key, words in entries.items()}

    def has(self, key: str) -> bool:
        """Say whether the catalogue knows a key."""
        return key in self._messages

    def say(self, key: str, **arguments: object) -> str:
        """The message of a key, its arguments filled in; an unknown key is shown as it is."""
        message = self._messages.get(key)
        if message is None:
            told = ", ".join(f"{name}={value}" for name, value in arguments.items())
            return f"{key} {told}".strip()
        return message.format_map(arguments)

    def fault(self, key: str, **arguments: object) -> tuple[str, str]:
        """What happened, and what to do about it ("" where there is no advice)."""
        advice = f"{key}.advice"
        return self.say(key, **arguments), self.say(advice, **arguments) if self.has(advice) else ""
