"""Statements about when an article was published, and the one interval that they leave, with reasons.

The earliest of several statements is of the first version: republishing and moving a site rewrite dates, and never to
earlier ones. Statements that disagree are shown, and the date is marked as disputed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from zoneinfo import ZoneInfo

from pipeline.calendar.interval import Interval
from pipeline.model import Reliability
from pipeline.readers.published import Order, parse_published
from pipeline.readers.reading import Metadata, told
from pipeline.settings.readers import PAGE_DATE_HULL
from pipeline.vocabulary import DISAGREEMENT

Meaning = Literal["published", "modified", "crawled"]
Weight = Literal["direct", "indirect"]

_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_-]|\b(?!\d))")
_PLACEHOLDERS = frozenset({dt.date(1, 1, 1), dt.date(1900, 1, 1), dt.date(1970, 1, 1)})
"""Days that programs write for no date at all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as written. `origin` names who makes it: "JSON-LD datePublished". Indirect: an address, a guess."""

    meaning: Meaning
    origin: str
    value: str
    weight: Weight = "direct"


def address_statement(url: str | None) -> Iterator[Statement]:
    """The day or month in an address such as news.example/2022/07/12/title."""
    if match := _ADDRESS.search(url or ""):
        yield Statement("published", "address", "-".join(part for part in match.groups() if part), "indirect")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with the days that it names."""

    statement: Statement
    days: Interval

    @property
    def words(self) -> str:
        """The claim in words: JSON-LD datePublished 2022-07-12T09:30Z."""
        return f"{self.statement.origin} {self.statement.value:.60}"


def dated(statements: Iterable[Statement], where: str, *, order: Order | None, zone: ZoneInfo | None) -> Metadata:
    """Published, modified and crawled by these statements, with reliability, reasons and problems.

    `order` and `zone` are the outlet's: how it writes days in figures, and where its days begin.
    """
    claims, problems = _claims(statements, where, order, zone)
    published = [claim for claim in claims if claim.statement.meaning == "published"]
    changed = [day for claim in claims if claim.statement.meaning == "modified" and (day := claim.days.last_day)]
    fetched = [day for claim in claims if claim.statement.meaning == "crawled" and (day := claim.days.last_day)]
    said = Metadata(
        modified=max(changed, default=None),
        crawled=min(fetched, default=None),
        problems=tuple(problems),
        steps=tuple(told(f"not published: {c.statement.meaning}", c.words) for c in claims if c not in published),
    )
    return _decided(published, said, zone) if published else said


def _claims(
    statements: Iterable[Statement], where: str, order: Order | None, zone: ZoneInfo | None
) -> tuple[list[Claim], list[str]]:
    claims, problems = list[Claim](), list[str]()
    for statement in dict.fromkeys(statements):
        try:
            days = parse_published(statement.value, order=order, zone=zone)
        except ValueError as error:
            problems.append(f"{where}: {statement.origin}: “{statement.value:.80}” {error}")
            continue
        if days.first_day in _PLACEHOLDERS:
            problems.append(
                f"{where}: {statement.origin}: “{statement.value:.80}” is a placeholder, not a date: correct it"
            )
        else:
            claims.append(Claim(statement, days))
    return claims, problems


def _decided(claims: Sequence[Claim], said: Metadata, zone: ZoneInfo | None) -> Metadata:
    direct = [claim for claim in claims if claim.statement.weight == "direct"]
    leading = direct or list(claims)
    days = leading[0].days
    others = [claim for claim in claims if not claim.days.overlaps(days)]
    reliability: Reliability = "stated" if direct else "indirect"
    if others:
        days, because = _earliest(claims)
        steps = (*said.steps, told(DISAGREEMENT, because))
        return replace(said, published=days, published_from=because, reliability="conflicting", steps=steps)
    for claim in leading:
        days = days.intersect(claim.days) or days
    agreeing = {_voice(claim) for claim in claims if claim.days.width == 1}
    if direct and len(agreeing) > 1:
        reliability = "confirmed"
    where = f" (in the zone {zone.key})" if zone and any(_is_moment(claim) for claim in leading) else ""
    because = "; ".join(dict.fromkeys(claim.words for claim in claims)) + where
    return replace(said, published=days, published_from=because, reliability=reliability)


def _earliest(claims: Sequence[Claim]) -> tuple[Interval, str]:
    """All statements as one interval when they lie close together, else the earliest of them."""
    shown = " against ".join(dict.fromkeys(claim.words for claim in claims))
    hull = claims[0].days
    for claim in claims[1:]:
        hull = hull.hull(claim.days)
    if hull.width is not None and hull.width <= PAGE_DATE_HULL.number:
        return hull, f"the dates of the page disagree, and publication lies between them: {shown}"
    first = min(claims, key=lambda claim: (claim.days.start or 0, claim.days.end or 0))
    return first.days, f"the dates of the page disagree, and the earliest is kept: {shown}"


def _voice(claim: Claim) -> str:
    """Who speaks: the same system writes all of its Open Graph tags, so that they are one voice."""
    return claim.statement.origin.split()[0]


def _is_moment(claim: Claim) -> bool:
    return "T" in claim.statement.value or ":" in claim.statement.value
