"""Which of the events that pass the filters go into a file, in what order, and why the others stay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.export.needs import Need, has_date
from pipeline.export.statement import EventRow, Statement


def select(
    events: Iterable[EventRow],
    *,
    filters: Sequence[str] = (),
    needs: Sequence[Need] = (),
    most: int | None = None,
    off_timeline: bool = False,
    beside: Sequence[tuple[str, int]] = (),
) -> tuple[list[EventRow], Statement]:
    """The events that go out, by date then id with the undated last, and the statement about them.

    Args:
        events: those that pass the filters.
        filters: what was filtered, in words; the caller has applied them.
        needs: what the format asks of an event.
        most: the most events that the format holds; the most important ones are kept.
        off_timeline: keep also the events that an analyst would not plot.
        beside: (reason, count) of events that the caller has left out already.
    """
    kept: list[EventRow] = []
    reasons: Counter[str] = Counter()
    for event in events:
        reason = _reason(event, needs, off_timeline=off_timeline)
        if reason is None:
            kept.append(event)
        else:
            reasons[reason] += 1
    if most is not None and len(kept) > most:
        reasons[f"beyond the {most:,} most important that the format holds"] = len(kept) - most
        kept = sorted(kept, key=lambda event: (-event["importance"], event["event_id"]))[:most]
    kept.sort(key=_when)
    undated = sum(not has_date(event) for event in kept)
    left_out = (*sorted(reasons.items(), key=lambda item: (-item[1], item[0])), *beside)
    corrected = sum(event["corrections"] != "[]" for event in kept)
    return kept, Statement(tuple(filters), len(kept), undated, left_out, corrected)


def _reason(event: EventRow, needs: Sequence[Need], *, off_timeline: bool) -> str | None:
    if not off_timeline and event["hidden"]:
        return "hidden by hand"
    if not off_timeline and not (event["on_timeline"] or event["lacks_only_date"]):
        return "not on the timeline"
    return next((need.missing for need in needs if not need.met(event)), None)


def _when(event: EventRow) -> tuple[bool, str, str]:
    day = event["date_start"] or event["date_end"]
    return (day is None, str(day), str(event["event_id"]))
