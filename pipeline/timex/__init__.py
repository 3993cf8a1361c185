"""Temporal expressions: find them (`recognise`), and say which days they mean and why (`resolve`)."""

from __future__ import annotations

from pipeline.timex.context.across import across
from pipeline.timex.recognition.recognise import recognise
from pipeline.timex.resolve import resolve, resolve_text

__all__ = ["across", "recognise", "resolve", "resolve_text"]
