"""The search filter: what the parts of a query mean, as conditions on events, as chips and in words."""

# ruff: noqa: S608 - the texts joined here are table names of ours; values go in as parameters

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from pipeline import gazetteer, labels, words
from views import query
from views.narrowing import EVERYTHING, Chip, Condition, Filter, Parameters, Term
from views.query import Part
from views.state import EPOCH, ViewState, parse_dates

NAMED = {"actor": "actor", "with": "recipient", "outlet": "outlet", "by": "claimant", "place": "place", "tag": "tag"}
"""Fields whose values are pieces of names, and the table that holds the names."""
_CODED: Mapping[str, tuple[str, Callable[[], Mapping[str, str]]]] = {
    "type": ("event_type", lambda: {row.event_type: row.label for row in labels.event_types()}),
    "certainty": ("factuality", lambda: {row.factuality: row.label for row in labels.factualities()}),
    "sources": ("agreement", lambda: {row.agreement: row.label for row in labels.agreements()}),
}
"""Fields whose values are codes or words of their labels: the column, and the label of every code."""
_STATES = {"starred": "starred", "corrected": "corrected", "dated": "dated", "undated": "NOT dated"}
"""What an event can be, and the condition on the table `event`."""
_LEADS = {
    "actor": "actor",
    "with": "to or with",
    "outlet": "reported by",
    "by": "claimed by",
    "place": "in",
    "tag": "tagged",
    "before": "before",
    "after": "after",
    "on": "dated",
}
FOLDED = "lower(strip_accents({}))"


def _understood(state: ViewState) -> Iterator[Part]:
    return (part for part in query.parse(state.search).parts if not _problem(part))


def _condition(state: ViewState) -> Condition:
    clauses, values = [], Parameters()
    for part in _understood(state):
        if part.field:
            sql, given = _meaning(part)
            clauses.append(f"NOT ({sql})" if part.unwanted else f"({sql})")
            values += given
    return (" AND ".join(clauses), values) if clauses else EVERYTHING


def _meaning(part: Part) -> Condition:
    if part.field in NAMED:
        return _has_name(NAMED[part.field], part.values)
    if part.field in _CODED:
        codes = [code for value in part.values for code in codes_of(part.field, value)]
        column = _CODED[part.field][0]
        return f"{column} IN (SELECT code FROM {column} WHERE name IN ({', '.join('?' * len(codes))}))", [*codes]
    if part.field == "is":
        return " OR ".join(_STATES[value.lower()] for value in part.values), []
    return _in_time(part)


def _has_name(table: str, pieces: tuple[str, ...]) -> Condition:
    asked = [form for piece in pieces for form in forms(table, piece)]
    alike = " OR ".join(f"contains({FOLDED.format('name')}, {FOLDED.format('?')})" for _ in asked)
    return f"n IN (SELECT n FROM event_{table} WHERE code IN (SELECT code FROM {table} WHERE {alike}))", [*asked]


def forms(table: str, piece: str) -> tuple[str, ...]:
    """What a typed piece of a name may stand as in a store: itself, and the name that it is another spelling of."""
    word = piece.strip()
    if table == "tag" or not word:
        return (word,)
    ways = (word, word.title())
    known = next(
        (a for w in ways if (a := (gazetteer.place_for if table == "place" else gazetteer.canonical)(w))), None
    )
    return (word,) if known is None or word.lower() in known.name.lower() else (word, known.name)


def _in_time(part: Part) -> Condition:
    clauses, values = [], Parameters()
    for value in part.values:
        first, last = parse_dates(value) or (None, None)
        bounds = [
            *((("far >= ?", first),) if first and part.field == "on" else ()),
            *((("near <= ?", last),) if last and part.field == "on" else ()),
            *((("near < ?", first),) if first and part.field == "before" else ()),
            *((("far > ?", last),) if last and part.field == "after" else ()),
        ]
        clauses.append(" AND ".join(["dated", *(sql for sql, _ in bounds)]))
        values += [day.toordinal() - EPOCH for _, day in bounds]
    return " OR ".join(clauses), values


def codes_of(field: str, value: str) -> list[str]:
    """The codes that a value of a coded field means: the code itself, else every code whose label holds the words."""
    known, wanted = _CODED[field][1](), value.strip().lower()
    exact = [code for code in known if code.lower() == wanted]
    return exact or [code for code, label in known.items() if wanted in label.lower()]


def problems(state: ViewState) -> tuple[str, ...]:
    """What of the search could not be understood, one sentence each."""
    asked = query.parse(state.search)
    return (*asked.problems, *(said for part in asked.parts if (said := _problem(part))))


def _problem(part: Part) -> str:
    for value in part.values:
        if part.field in query.DATES and not _is_bounded(part.field, value):
            return f"“{part.field}:{value}” is not understood: write a date such as 2022, 2022-07 or 2022-07-12."
        if part.field == "is" and value.lower() not in _STATES:
            return f"“is:{value}” is not understood: it can be {', '.join(_STATES)}."
        if part.field in _CODED and not codes_of(part.field, value):
            known = ", ".join(_CODED[part.field][1]())
            return f"“{part.field}:{value}” is not understood: it can be {known}."
    return ""


def _is_bounded(field: str, value: str) -> bool:
    dates = parse_dates(value)
    return dates is not None and (field == "on" or "/" not in value)


def _texts(state: ViewState) -> tuple[Term, ...]:
    return tuple((part.unwanted, part.values[0]) for part in _understood(state) if not part.field)


def _chips(state: ViewState) -> tuple[Chip, ...]:
    return tuple(Chip(_said(part), partial(_without, part=part)) for part in _understood(state))


def _without(state: ViewState, part: Part) -> ViewState:
    return replace(state, search=query.without(state.search, part))


def _said(part: Part) -> str:
    """A part in words: “river”, not “parade”, before July 2022, actor “putin”."""
    if not part.field:
        said = f"“{part.values[0]}”"
    elif part.field in _CODED:
        named: Callable[[str], str | None] = _CODED[part.field][1]().get
        codes = [code for value in part.values for code in codes_of(part.field, value)] or [*part.values]
        said = words.listed([(named(code) or code).lower() for code in codes], last="or")
    elif part.field == "is":
        said = words.listed([value.lower() for value in part.values], last="or")
    elif part.field in query.DATES:
        said = f"{_LEADS[part.field]} {words.listed([_day(value) for value in part.values], last='or')}"
    else:
        said = f"{_LEADS[part.field]} {words.listed([f'“{value}”' for value in part.values], last='or')}"
    return f"not {said}" if part.unwanted else said


def _day(value: str) -> str:
    dates = parse_dates(value)
    return words.span(*dates) if dates else value


def _sentence(state: ViewState) -> str:
    """With “river”; actor “putin”: words first, then the fields in their order."""
    parts = [*_understood(state)]
    found = [_said(part) for part in parts if not part.field and not part.unwanted]
    missing = [f"“{part.values[0]}”" for part in parts if not part.field and part.unwanted]
    fields = [_said(part) for part in parts if part.field]
    texts = [f"with {words.listed(found, most=6)}"] if found else []
    texts += [f"without {words.listed(missing, last='or', most=6)}"] if missing else []
    return "; ".join([*texts, *fields])


SEARCH = Filter("search", "Search", _condition, _chips, _sentence, _texts)
