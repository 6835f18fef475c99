"""Notices that are one document are found once: the versions of each, the main one first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set


class Families:
    """Families of notices by their numbers, as the library has them."""

    def __init__(self, told: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> None:
        """`told` are the uuids of each family, the main one first; `numbers` those of notices."""
        known = [[numbers[uuid] for uuid in family if uuid in numbers] for family in told]
        self._families = [members for members in known if len(members) > 1]
        self._of = {number: members for members in self._families for number in members}

    def folded(self, found: Set[int]) -> set[int]:
        """One of each family: its main one where that was found, else the first that was."""
        left = set(found)
        for inside in self.together(found):
            left.difference_update(inside[1:])
        return left

    def together(self, found: Set[int]) -> Iterator[list[int]]:
        """Those of each family that were found, where they are several, the main one first."""
        for members in self._families:
            inside = [number for number in members if number in found]
            if len(inside) > 1:
                yield inside

    def kin(self, found: Set[int]) -> set[int]:
        """The other versions of what was found."""
        return {kin for number in found & self._of.keys() for kin in self._of[number]} - found
