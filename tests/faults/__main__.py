"""All rounds of all faults: python -m tests.faults [--share 0.1] [--out docs/measurements/faults.md]."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import disks, processes

PLAYED = (
    (processes.kills, 200),
    (processes.crowds, 50),
    (disks.full_disks, 20),
    (disks.permissions, 10),
    (disks.harms, 60),
)
HEAD = """# The fault harness

`make faults` plays 200 kills, 50 crowds of four writers and ten readers, 20 full disks, 10 times a permission taken and
60 harmed files, and writes this table. It ends with an error unless every count from *lost* on is 0. The suite plays a
short form of each on every run.

| fault | rounds | failures told | documents told to be kept | lost | doubled | unreadable | unclear |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="share of the rounds to play")
    parser.add_argument("--out", type=Path, help="where to write the table")
    options = parser.parse_args()
    lines, sound = [HEAD], True
    for play, full in PLAYED:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            start = time.monotonic()
            tally = play(max(1, round(full * options.share)), Path(folder))
        sound &= tally.sound
        print(f"{time.monotonic() - start:7.1f} s  {tally}", flush=True)  # noqa: T201
        cells = (tally.fault, tally.rounds, tally.failures, tally.landed)
        counts = (tally.lost, tally.doubled, tally.unreadable, tally.unclear)
        lines.append("| " + " | ".join(map(str, (*cells, *counts))) + " |\n")
    if options.out:
        options.out.write_text("".join(lines), "utf-8")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
