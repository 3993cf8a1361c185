"""The corrections in force laid over the event table, in the order in which they were made.

What a correction replaced stays beside it: the value that the articles gave when it was made (`read`) and the one that
they give now (`reads_now`). Where these differ, another reading has changed what the correction was about.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.model import Step
from pipeline.store import cells, rows, schema
from pipeline.store.cells import TableRow
from pipeline.store.corrections import anchors, documents, fields, regroup
from pipeline.store.corrections.record import Correction, Value, corrected_it, in_force, out_of_force

State = Literal["in force", "differs", "agrees", "superseded", "waiting", "orphaned", "undone", "undo"]
"""`differs`: the articles now give another value than when it was corrected. `agrees`: they now give the corrected one.
`superseded`: a later correction of the same field stands. `waiting`: the article has not been read again yet.
`orphaned`: no event of this reading is the one that was corrected. `undo`: the row takes another one out of force."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the log, what has become of it, and the id of its target in this reading."""

    correction: Correction
    state: State
    target: str | None
    reads_now: Value = None


@dataclass(slots=True)
class _Work:
    """The events that corrections touch, while they are applied one after another."""

    text: regroup.Text
    rows: dict[str, TableRow]
    ids: Mapping[str, str]
    """Mentions as the corrections know them -> as this reading has them."""
    applied: dict[str, list[Correction]] = field(default_factory=dict)
    reads: dict[tuple[str, str], Value] = field(default_factory=dict)
    """(event_id, field) -> what the articles give, for every corrected field."""
    homes: dict[str, str | None] = field(default_factory=dict)
    """correction_id -> event_id, None for an orphan."""


def lay(events: pa.Table, text: regroup.Text, log: Sequence[Correction]) -> tuple[pa.Table, tuple[Entry, ...]]:
    """The events with every correction in force, and what has become of each row of the log.

    Args:
        events: the event table as stored.
        text: mentions as their own articles date them, and documents.
        log: all corrections.
    """
    standing = in_force(log)
    live = [each for each in standing if each.kind == "event"]
    fates = documents.fates((each for each in standing if each.kind == "document"), text.documents)
    out = out_of_force(log)
    ids = anchors.now(live, text.mentions, text.documents) if live else {}
    touched = anchors.holders(events, ids.values(), [each.target for each in live]) if live else events.slice(0, 0)
    work = _Work(text, {row["event_id"]: row | rows.uncorrected() for row in touched.to_pylist()}, ids)
    before = frozenset(work.rows)
    for each in live:
        _apply(work, each)
    plain = _padded(events.filter(pc.invert(_is_in(events, before))) if before else events)
    laid = pa.Table.from_pylist([_finished(work, key) for key in sorted(work.rows)], schema=schema.shown("events"))
    return pa.concat_tables([plain, laid]), tuple(_entry(work, each, out, fates) for each in log)


def _is_in(events: pa.Table, ids: frozenset[str]) -> pa.Array:
    return pc.is_in(events.column("event_id"), value_set=pa.array(sorted(ids), pa.string()))


def _padded(events: pa.Table) -> pa.Table:
    """The stored columns and, beside them, those of an event that nobody corrected."""
    wanted = schema.shown("events")
    if not events.num_rows:
        return wanted.empty_table()
    for name, value in rows.uncorrected().items():
        column = pa.repeat(pa.scalar(value, wanted.field(name).type), events.num_rows)
        events = events.append_column(wanted.field(name), column)
    return events.select(wanted.names).cast(wanted)


def _apply(work: _Work, correction: Correction) -> None:
    event_id = _home(work, correction)
    work.homes[correction.correction_id] = event_id
    if event_id is None:
        return
    if correction.field == "merge":
        _merge(work, event_id, correction)
    elif correction.field == "split":
        _split(work, event_id, correction)
    else:
        _write(work, event_id, correction)


def _home(work: _Work, correction: Correction) -> str | None:
    """The event that holds most of the mentions that were corrected; in a tie, the one with the same id."""
    regrouping = correction.field in fields.REGROUPING
    own = [p.mention_id for p in correction.anchor if not regrouping or p.mention_id in correction.before]
    holder = {mention_id: key for key, row in work.rows.items() for mention_id in row["mention_ids"]}
    votes = Counter(holder[now] for each in own if (now := work.ids.get(each)) in holder)
    if votes:
        return max(sorted(votes), key=lambda key: (votes[key], key == correction.target))
    return correction.target if correction.target in work.rows else None


def _write(work: _Work, event_id: str, correction: Correction) -> None:
    row, what = work.rows[event_id], fields.field(correction.field, "event")
    work.reads.setdefault((event_id, what.name), what.read(row))
    work.rows[event_id] = row | what.written(row, correction.after)
    work.applied.setdefault(event_id, []).append(correction)


def _merge(work: _Work, event_id: str, correction: Correction) -> None:
    wanted = {work.ids[each] for each in correction.after if each in work.ids}
    others = regroup.absorbed(wanted, event_id, work.rows)
    members = {m for key in (event_id, *others) for m in work.rows[key]["mention_ids"]}
    earlier = [each for key in (*others, event_id) for each in work.applied.pop(key, [])]
    for key in others:
        del work.rows[key]
    _tell(work, event_id, members, correction, earlier)


def _split(work: _Work, event_id: str, correction: Correction) -> None:
    members = set(work.rows[event_id]["mention_ids"])
    part = members & {work.ids[each] for each in correction.after if each in work.ids}
    if not part or part == members:
        return  # this reading has them apart already
    earlier = work.applied.pop(event_id, [])
    _tell(work, event_id, members - part, correction, earlier)
    _tell(work, regroup.new_id(correction), part, correction, [])


def _tell(work: _Work, event_id: str, members: set[str], correction: Correction, earlier: Sequence[Correction]) -> None:
    """Tell the event of those mentions anew, and apply again what was corrected before."""
    for key in [key for key in work.reads if key[0] == event_id]:
        del work.reads[key]
    told = regroup.told(members, work.text, event_id=event_id, because=regroup.because(correction))
    work.rows[event_id] = told | rows.uncorrected()
    work.applied[event_id] = [each for each in earlier if each.field in fields.REGROUPING] + [correction]
    for each in earlier:
        if each.field not in fields.REGROUPING:
            _write(work, event_id, each)


def _finished(work: _Work, event_id: str) -> TableRow:
    """The row with the corrections in force written beside it, and the corrected date explained."""
    row, last = work.rows[event_id], {each.field: each for each in work.applied.get(event_id, ())}
    stated = [_stated(each, work.reads.get((event_id, each.field))) for each in last.values()]
    if date := last.get("date"):
        row = row | {"trace": cells.trace_json((*cells.trace(row["trace"]), _step(date)))}
    return row | {"corrections": json.dumps(stated, ensure_ascii=False)}


def _stated(correction: Correction, reads_now: Value) -> TableRow:
    names = ("correction_id", "field", "before", "after", "read", "why", "author", "made_at")
    return {name: getattr(correction, name) for name in names} | {"reads_now": reads_now}


def _step(correction: Correction) -> Step:
    return Step("corrections", correction.after or "undated", corrected_it(correction, nothing="no date"))


def _entry(work: _Work, correction: Correction, out: frozenset[str], fates: Mapping[str, documents.Fate]) -> Entry:
    if correction.correction_id in out:
        return Entry(correction, "undone", None)
    if correction.undoes is not None:
        return Entry(correction, "undo", None)
    if correction.kind == "document":
        return Entry(correction, *fates[correction.correction_id])
    event_id = work.homes[correction.correction_id]
    holders = [key for key, applied in work.applied.items() if correction in applied]
    if not holders:
        # A split that this reading has made by itself has nothing left to do.
        return Entry(correction, "orphaned" if event_id is None else "agrees", event_id)
    return _standing(work, holders[0], correction)


def _standing(work: _Work, event_id: str, correction: Correction) -> Entry:
    last = {each.field: each for each in work.applied[event_id]}[correction.field]
    now = work.reads.get((event_id, correction.field))
    return Entry(correction, _verdict(correction, last, now), event_id, now)


def _verdict(correction: Correction, last: Correction, now: Value) -> State:
    if correction.field in fields.REGROUPING:
        return "in force"
    if last is not correction:
        return "superseded"
    if correction.field in fields.MARKS or now == correction.read:
        return "in force"
    return "agrees" if now == correction.after else "differs"
