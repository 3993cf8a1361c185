"""Words that the tokeniser takes apart at their hyphen."""

from __future__ import annotations

from pipeline.events.parse.syntax import Tree


def spelled(tree: Tree, index: int) -> str:
    """A word in lower case, with what a hyphen joins to it in front: so-called."""
    parts = [tree.tokens[i].text.lower() for i in range(max(0, index - 2), index + 1)]
    return "".join(parts) if len(parts) == 3 and parts[1] == "-" else parts[-1]
