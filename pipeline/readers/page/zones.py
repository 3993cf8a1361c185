"""What the markup says a stretch of a page is; the rules stand in data/rules/en/block_cues_html.yaml."""

from __future__ import annotations

import functools
import re
from typing import Literal

from pipeline.model import BlockKind
from pipeline.readers.page.tree import Element
from pipeline.resources import Row, rules

Zone = BlockKind | Literal["none"]
_NAMES = ("class", "id", "role", "data-component", "data-testid")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CACHE = 4096


class ZoneCue(Row):
    """One rule: elements with one of `tags`, or with a name that `names` finds, are of `kind`."""

    kind: Zone
    tags: tuple[str, ...]
    names: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    why: str


def zone_cues() -> tuple[ZoneCue, ...]:
    """All rules about elements."""
    return rules("rules/en/block_cues_html.yaml", ZoneCue)


def zone_of(element: Element) -> Zone | None:
    """The kind of what stands inside `element` by its own tag and names, or None when they do not tell."""
    if element.tag in _tags():
        return _tags()[element.tag]
    names = " ".join(value for key in _NAMES if (value := element.get(key)))
    return _by_names(names[:400]) if names else None


@functools.cache
def _tags() -> dict[str, Zone]:
    return {tag: cue.kind for cue in reversed(zone_cues()) for tag in cue.tags}


@functools.cache
def _patterns() -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    return tuple((cue.kind, re.compile(cue.names)) for cue in zone_cues())


@functools.lru_cache(_CACHE)
def _by_names(names: str) -> Zone | None:
    words = [plain_name(name) for name in names.split()]
    return next((kind for kind, pattern in _patterns() if any(pattern.search(word) for word in words)), None)


def plain_name(name: str) -> str:
    """A class name as the rules write names: "relatedStories__list" -> "related-stories-list"."""
    return re.sub(r"[_-]+", "-", _CAPITAL.sub("-", name)).casefold()
