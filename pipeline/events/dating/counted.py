"""How many days a counted unit says: a day, two weeks, about ten days."""

from __future__ import annotations

from pipeline.events.cardinals import cardinal
from pipeline.events.dating_lexicon import dating_words
from pipeline.events.parse.syntax import Tree

LENGTHS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
"""Days of a unit, 0 for less than one. Bare "years after" says no more than "after"."""
MOST_COUNTED = 400
"""A larger count of days, weeks, months or years is no offset between two events of the news."""


def counted_days(tree: Tree, at: int) -> tuple[int, int] | None:
    """The days that a counted unit says, give or take half a unit: a day is one, two weeks are eleven to seventeen.

    About two weeks are no more than that; about two days are one to three.
    """
    length = LENGTHS[tree.tokens[at].lemma.lower()]
    words = [t.text.lower() for t in tree.tokens[max(0, at - 2) : at]]
    last = words[-1] if words else ""
    count = 1.0 if last == "the" and tree.tokens[at].tag == "NN" else cardinal(last)
    rounded = words[:1] and words[0] in dating_words("no exact count")
    if not length or rounded or count is None or not 1 <= count <= MOST_COUNTED:
        return None
    loose = words[0] in dating_words("about as many") and count > 1
    give = max(length // 2, int(loose))
    return round(count * length) - give, round(count * length) + give
