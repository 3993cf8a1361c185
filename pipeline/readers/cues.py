"""Words and shapes that give a line of a news page away; the rules stand in data/rules/en/block_cues.yaml."""

from __future__ import annotations

import functools
import re
from typing import Literal

from pipeline.model import BlockKind
from pipeline.resources import Row, rules

Role = Literal["line", "opens", "inline", "credit", "posture", "tail"]


class BlockCue(Row):
    """One rule: a line that matches `pattern` plays `role` in a block of `kind`."""

    kind: BlockKind
    role: Role
    pattern: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    why: str


def block_cues() -> tuple[BlockCue, ...]:
    """All rules about blocks."""
    return rules("rules/en/block_cues.yaml", BlockCue)


@functools.cache
def _patterns(role: Role) -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    return tuple((cue.kind, re.compile(cue.pattern)) for cue in block_cues() if cue.role == role)


def kind_by(role: Role, line: str) -> BlockKind | None:
    """The kind of block whose cue of that role `line` carries, or None."""
    return next((kind for kind, pattern in _patterns(role) if pattern.search(line)), None)
