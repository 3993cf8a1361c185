"""Coverage-guided fuzzing: python -m tests.fuzz TARGET [--seconds 600] [--bytes 10000000].

Every third text is a mixture of sentences of the starter corpus, since bytes changed at random seldom make sentences.
Ends at whichever comes first. What breaks a target is written to tests/fuzz/cases/TARGET, where the suite plays it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

from tests.sentences import mixed, starter

HERE = Path(__file__).resolve().parent


def seeds(target: str, folder: Path) -> Path:
    """Texts to start from: the cases found before, and the starter corpus, which is ours."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(sorted((HERE.parents[1] / "data" / "sample").rglob("*.md"))[:20]):
        lead = b"\0" if target == "readers" else b""
        (folder / f"seed{number}").write_bytes(lead + path.read_bytes()[:1500])
    return folder


def mutator(target: str) -> Callable[[bytes, int, int], bytes]:
    """Bytes changed as the fuzzer likes, or sentences in an order that nobody wrote."""
    sentences, lead = starter(), b"\0" if target == "readers" else b""

    def changed(content: bytes, most: int, seed: int) -> bytes:
        dice = random.Random(seed)  # noqa: S311 - repeatable, no secret
        if dice.randrange(3):
            done: bytes = atheris.Mutate(content, len(content))
            return done[:most]
        return (lead + mixed(dice, sentences, dice.randint(2, 9)).encode())[:most]

    return changed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--bytes", type=int, default=10_000_000)
    parser.add_argument("--corpus", type=Path, default=Path("/tmp/timeline-fuzz"))  # noqa: S108
    options = parser.parse_args()
    with atheris.instrument_imports(include=["pipeline"]):
        from tests.fuzz import targets
    chosen = targets.TARGETS[options.target]
    chosen(b"A text to load everything with, published on May 3, 2021.")
    start, done = time.monotonic(), {"bytes": 0, "runs": 0}

    def once(content: bytes) -> None:
        try:
            targets.timed(chosen, content)
        except Exception:
            found = HERE / "cases" / options.target / hashlib.sha256(content).hexdigest()[:16]
            found.parent.mkdir(parents=True, exist_ok=True)
            found.write_bytes(content)
            raise
        done["bytes"] += len(content)
        done["runs"] += 1
        if done["bytes"] >= options.bytes or time.monotonic() - start > options.seconds:
            took = time.monotonic() - start
            amount = f"{done['bytes']:,} bytes in {done['runs']:,} runs, {took:.0f} s"
            print(f"{options.target}: {amount}: nothing found", flush=True)  # noqa: T201
            os._exit(0)

    corpus = seeds(options.target, options.corpus / options.target)
    atheris.Setup(
        [sys.argv[0], str(corpus), "-max_len=4000", "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={corpus}."],
        once,
        custom_mutator=mutator(options.target),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
