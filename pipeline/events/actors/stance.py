"""For and against: the pro-Russian forces are not Russia's, and an anti-Putin rally has him as its target."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree

STANCES = frozenset({"anti", "pro"})
HYPHENS = frozenset({"-", "‑", "–"})


def stance(tree: Tree, index: int) -> str:
    """The prefix "anti" or "pro" before a name; "" for a name without."""
    if index < 2 or tree.tokens[index - 1].text not in HYPHENS:
        return ""
    prefix = tree.tokens[index - 2].text.lower()
    return prefix if prefix in STANCES else ""
