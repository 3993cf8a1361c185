"""The one error that fetching raises."""

from __future__ import annotations


class FetchError(Exception):
    """Something could not or must not be fetched; the message is one line that names the address and the reason."""
