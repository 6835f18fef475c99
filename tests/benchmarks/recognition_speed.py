"""How fast recognising is, and how it grows: python -m tests.benchmarks.recognition_speed.

Times are of the processor, the best of 5. Linear means that ten times the text takes about ten
times as long.
"""

from __future__ import annotations

import time

from storage.parse import parse_source
from storage.sources import read_source
from storage.types import SourceText
from tests.shared_texts import gazettes

TIMES = 10


def seconds(source: SourceText, rounds: int = 5) -> float:
    """The best time of recognising a source."""
    taken: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        parse_source(source)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print a line a gazette."""
    for path in gazettes():
        source = read_source(path)
        once = seconds(source)
        longer = SourceText(source.name, source.lines * TIMES, source.sha256)
        many = seconds(longer, 2)
        characters = sum(map(len, source.lines))
        print(
            f"{path.name[:24]:24} {characters:7} characters  {once * 1000:6.0f} ms"
            f"  {TIMES} times the text: {many / once:4.1f} times as long"
        )


if __name__ == "__main__":
    main()
