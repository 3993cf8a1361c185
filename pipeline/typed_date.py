"""A date as a person types it, in a form of the page or on the command line."""

from __future__ import annotations

from pipeline import timex
from pipeline.calendar.edtf import to_edtf
from pipeline.store.corrections.dates import date_of


def typed_date(text: str | None) -> str | None:
    """EDTF of EDTF itself or of words that name their date in full ("12 July 2022"); None for "" and "undated".

    Raises:
        ValueError: when it is neither; the message says what to write.
    """
    typed = (text or "").strip()
    try:
        return date_of("" if typed == "no date" else typed)
    except ValueError:
        whole = [each for each in timex.resolve_text(typed, None) if each.text.strip() == typed]
        if len(whole) == 1 and whole[0].interval and whole[0].sensitivity is None:
            return to_edtf(whole[0].interval)
        raise
