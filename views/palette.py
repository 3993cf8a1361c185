"""The colours of the page, light and dark, in one place. Tests hold .streamlit/config.toml and contrast to it."""

from __future__ import annotations

import functools
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme. `facts` are the marks' colours, in the order of data/display/factualities.csv."""

    paper: str
    raised: str
    ink: str
    muted: str
    accent: str
    rule: str
    grid: str
    faint: str
    window: str
    fine: str
    coarse: str
    facts: tuple[str, ...]

    def payload(self) -> dict[str, Any]:
        """As the browser takes it: colours by name, each fact's as fact0, fact1, ..., the last for an unknown one."""
        facts = [*self.facts, self.muted]
        return asdict(self) | {f"fact{number}": colour for number, colour in enumerate(facts)} | {"facts": facts}


LIGHT = Palette(
    paper="#FBFAF6",
    raised="#FFFFFF",
    ink="#1A2129",
    muted="#59616B",
    accent="#B3361B",
    rule="#DDD8CC",
    grid="#E2DED3",
    faint="#EFECE4",
    window="rgba(179, 54, 27, 0.10)",
    fine="#5B6B7A",
    coarse="#B9BFC4",
    facts=("#1A2129", "#146DE6", "#964506", "#6D0064", "#2F6960", "#9458A8"),
)
DARK = Palette(
    paper="#12161B",
    raised="#1F252C",
    ink="#ECE9E2",
    muted="#A2ABB5",
    accent="#FF8A66",
    rule="#323A43",
    grid="#2A313A",
    faint="#1D2329",
    window="rgba(255, 138, 102, 0.14)",
    fine="#8C9BAA",
    coarse="#4A545F",
    facts=("#ECE9E2", "#7FAFC5", "#D09004", "#E1457E", "#52E28B", "#6377F9"),
)


@functools.cache
def payload() -> dict[str, dict[str, Any]]:
    """Both themes as the browser takes them; not to be changed."""
    return {"light": LIGHT.payload(), "dark": DARK.payload()}
