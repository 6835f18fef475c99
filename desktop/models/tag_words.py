"""Tags as they are typed: several at once, separated by commas."""

from __future__ import annotations

_SEPARATORS = "，;；、#＃\n\t"


def split_tags(text: str) -> list[str]:
    """The tags in what was typed: separated by commas, semicolons or #; blanks may be in them."""
    for sign in _SEPARATORS:
        text = text.replace(sign, ",")
    tags = (" ".join(tag.split()) for tag in text.split(","))
    return list(dict.fromkeys(tag for tag in tags if tag))


def with_tags(tags: tuple[str, ...], added: list[str]) -> tuple[str, ...]:
    """Tags and some more, in the order of the alphabet; a tag in another case is the same one."""
    known = {tag.casefold() for tag in tags}
    fresh = [tag for tag in added if tag.casefold() not in known]
    return tuple(sorted((*tags, *dict.fromkeys(fresh))))
