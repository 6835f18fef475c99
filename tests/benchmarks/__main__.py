"""`make bench`: every benchmark, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "compare_recognition",
    "recognition_speed",
    "start_speed",
    "library_speed",
    "search_quality",
    "search_ranking",
    "search_speed",
    "search_recoll",
    "reading_speed",
    "marks_speed",
    "marking_speed",
    "responsiveness",
)


def main() -> int:
    """Run all; the exit status is non-zero where one failed."""
    failed = 0
    for name in BENCHMARKS:
        print(f"== {name}", flush=True)
        failed += subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{name}"], check=False
        ).returncode
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
