"""The words that tell how an event lies to a time, by data/lexicons/en/dating_words.csv."""

from __future__ import annotations

import functools
from typing import Literal

from pipeline.resources import Row, table

Kind = Literal[
    "foresees",
    "recalls",
    "rules on it",
    "done with it",
    "of its gerund",
    "deals out",
    "of a life",
    "before then",
    "some time on",
    "goes on",
    "part of a day",
    "bounds",
    "places",
    "goes beside",
    "takes part",
    "opens",
    "about as many",
    "speaks of",
    "many times",
    "says when",
    "a happening",
    "answers it",
    "no exact count",
    "measured from",
    "versus",
    "names it",
    "a ruling",
    "gives a ruling",
    "looks ahead",
    "an occasion",
    "wards off",
    "sends it",
    "stands so",
    "upon it",
    "its ground",
    "looks into",
    "of a signing",
]


class DatingWord(Row):
    """A word that tells how an event lies to a time.

    `foresees`: verbs of words about what is to come. `recalls`: nouns for keeping something past in mind. `done
    with it`: verbs that are of the day of their infinitive. `of its gerund`: verbs that are of the day of what they
    begin, end or keep from being done. `deals out`: verbs that with a length of time tell a sentence. `of a life`:
    nouns for a time of somebody's life. `before then`: adverbs that say of a clause that it is older than the
    entry. `some time on`: adverbs that part a verb from the day of the one before. `goes on`: verbs of what lasts.
    `part of a day`: nouns that with "on the ... of" give its day. `bounds`: prepositions after which a day is a
    limit. `places`: those after which an event is one, too. `goes beside`: those after which an event need not
    share the day of its verb. `takes part`: verbs whose object is an event that their own is part of. `opens`:
    gerunds that before a day are a preposition. `about as many`: words before a count of days or weeks that leave
    it a count. `speaks of`: prepositions after which stands what words are about: no part of the deed. `many
    times`: adverbs that say of a verb that it was done on more days than one. `says when`: verbs that tell of
    something only that it came about. `a happening`: nouns for what came about that tell nothing more of it.
    `answers it`: nouns that after "in" say that a deed answers the one told before. `no exact count`: words before
    a number that make it no exact one, or part of a longer one. `measured from`: words before the figure that
    another is measured by. `versus`: words that open a whole phrase of what a figure is measured by.
    `names it`: verbs that in "what they call ..." only say by which words a thing goes. `a ruling`: nouns for what a
    court decides of somebody. `gives a ruling`: verbs that tell of it only that it was given. `an occasion`:
    nouns for a time told before. `wards off`: verbs of meeting what flies in. `sends it`: verbs of letting it fly.
    `stands so`: verbs that as a participle behind a noun say how it always stands, which no day is of. `upon it`:
    prepositions after which a coming or going has the day of what was done then. `its ground`: prepositions after
    which stands what a deed came of, which is no part of its day. `looks into`: verbs of finding out how a harm came
    about. `of a signing`: nouns for the occasion on which what was told before was signed.
    """

    word: str
    kind: Kind
    example: str
    counterexample: str


@functools.cache
def dating_words(*kinds: Kind) -> frozenset[str]:
    """Words of these kinds, in lower case."""
    return frozenset(row.word for row in table("lexicons/en/dating_words.csv", DatingWord) if row.kind in kinds)
