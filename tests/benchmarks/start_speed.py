"""How fast the command line starts: python -m tests.benchmarks.start_speed.

Medians of 7 runs of whole processes on a library of the sample, beside a bare Python start.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = str(Path(sys.executable).with_name("antou"))


def median_seconds(command: list[str], home: str, rounds: int = 7) -> float:
    """The median time of a command that succeeds."""
    taken: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        environment = os.environ | {"ANTOU_HOME": home}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print a line a command."""
    with tempfile.TemporaryDirectory() as home:
        samples = [str(path) for path in sorted((ROOT / "resources" / "sample").glob("*.txt"))]
        subprocess.run(
            [PROGRAM, "import", *samples],
            env=os.environ | {"ANTOU_HOME": home},
            check=True,
            capture_output=True,
        )
        bare = median_seconds([sys.executable, "-c", "pass"], home)
        print(f"{'python -c pass':28} {bare * 1000:6.0f} ms")
        for words in (["--version"], ["--help"], ["list"], ["search", "充电", "--json"]):
            taken = median_seconds([PROGRAM, *words], home)
            print(f"{'antou ' + ' '.join(words):28} {taken * 1000:6.0f} ms  {taken / bare:4.1f}×")


if __name__ == "__main__":
    main()
