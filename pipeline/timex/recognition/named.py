"""Named days: the rule of a row of data/knowledge/named_days.csv worked out for a year."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

from pipeline.calendar.operators import add_days, easter, make, nth_weekday, orthodox_easter
from pipeline.knowledge import NamedDay, demonyms, named_days
from pipeline.resources import ResourceError

_WEEKDAYS = {"MON": 1, "TUE": 2, "WED": 3, "THU": 4, "FRI": 5, "SAT": 6, "SUN": 7}


@functools.cache
def by_id() -> dict[str, NamedDay]:
    """day_id -> row."""
    return {row.day_id: row for row in named_days()}


def on(row: NamedDay, year: int) -> dt.date | None:
    """The day in `year`, or None in a year when it was not kept.

    Raises:
        ResourceError: when the rule is none of MM-DD, easter+N, orthodox-easter+N, MM-WEEKDAY-N.
    """
    if not (row.first_year or 1) <= year <= (row.last_year or 9999):
        return None
    if row.rule == "holidays":
        return _library_day(row.country, row.name, year)
    if found := re.fullmatch(r"(\d\d)-(\d\d)", row.rule):
        return make(year, int(found[1]), int(found[2]))
    if found := re.fullmatch(r"(orthodox-)?easter([+-]\d+)", row.rule):
        return add_days(orthodox_easter(year) if found[1] else easter(year), int(found[2]))
    if found := re.fullmatch(r"(\d\d)-([A-Z]{3})-(-?\d)", row.rule):
        return nth_weekday(year, int(found[1]), _WEEKDAYS[found[2]], int(found[3]))
    raise ResourceError(f"data/knowledge/named_days.csv: {row.day_id}: rule {row.rule!r} is not understood")


@dataclass(frozen=True, slots=True)
class Kept:
    """One named day: the rows that tell when it was kept, each in its own years."""

    rows: tuple[NamedDay, ...]

    @property
    def name(self) -> str:
        """The name of the day."""
        return self.rows[0].name

    def source(self, year: int) -> str:
        """Where its date in `year` is known from."""
        return next((row.source for row in self.rows if on(row, year) is not None), self.rows[0].source)

    def on(self, year: int) -> dt.date | None:
        """The day in `year` by the row valid then, None when it was not kept."""
        return next((day for row in self.rows if (day := on(row, year)) is not None), None)

    @property
    def only_year(self) -> int | None:
        """The one year in which there was such a day: that of the September 11 attacks."""
        years = {year for row in self.rows for year in (row.first_year, row.last_year)}
        only = next(iter(years))
        return only if len(years) == 1 else None

    @property
    def month_day(self) -> str | None:
        """MM-DD where every year has the same day."""
        rules = {row.rule for row in self.rows}
        rule = next(iter(rules))
        return rule if len(rules) == 1 and re.fullmatch(r"\d\d-\d\d", rule) else None


COUNTRY_MARK = "@"
"""Stands before the country that the words name: "independence_day_usa|@UKR"."""


@functools.lru_cache(maxsize=256)
def choose(ids: tuple[str, ...], text: str, name: str = "") -> Kept | None:
    """The day meant, when several share a name: that of the country the words name, else the one whose country the
    text speaks of most; None on a tie. A country's day that no row holds comes from the holidays library."""
    rows = [by_id()[one] for one in ids if not one.startswith(COUNTRY_MARK)]
    country = next((one[1:] for one in ids if one.startswith(COUNTRY_MARK)), None)
    if country is not None:
        own = tuple(row for row in rows if country in row.country.split("|"))
        return Kept(own) if own else _from_library(country, name)
    by_country: dict[str, list[NamedDay]] = {}
    for row in rows:
        by_country.setdefault(row.country, []).append(row)
    if len(by_country) == 1 or len({row.rule for row in rows}) == 1:
        return Kept(tuple(rows))
    counts = {each: sum(text.count(word) for word in _country_words(each)) for each in by_country}
    best = max(counts.values())
    most = [each for each, count in counts.items() if count == best]
    return Kept(tuple(by_country[most[0]])) if len(most) == 1 else None


def _from_library(country: str, name: str) -> Kept | None:
    row = NamedDay(
        day_id=f"{country}:{name}", name=name.title(), rule="holidays", country=country, source="holidays library"
    )
    return Kept((row,)) if name else None


@functools.lru_cache(maxsize=512)
def _library_day(country: str, name: str, year: int) -> dt.date | None:
    """The day of the holidays library that carries all words of `name`, the shortest such name first."""
    # Imported when first needed: few texts name another country's day, and the tables take a third of a second.
    import holidays

    if not 1900 <= year <= 2100:
        return None
    try:
        kept = holidays.country_holidays(country, years=year, observed=False, language="en_US")
    except NotImplementedError:  # How the library says that it holds no such country: then the words name no day of it.
        return None
    wanted = set(name.lower().replace("'s", "").split())
    fitting = [(len(label), day) for day, labels in kept.items() for label in labels.split("; ")
               if wanted <= set(label.lower().replace("'s", "").split())]  # fmt: skip
    return min(fitting)[1] if fitting else None


def _country_words(countries: str) -> tuple[str, ...]:
    names = {row.country: row.name for row in demonyms()}
    return tuple(names[code] for code in countries.split("|") if code in names)
