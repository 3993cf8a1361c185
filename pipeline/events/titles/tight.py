"""A line in fewer characters that says the same: names as short as the text has them, firms without Inc., 40%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from pipeline.events.actors.names import Name
from pipeline.events.reading import Reading
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import called

QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
"""Words of others, which stay as they are."""
FEW = 3
"""Words that shorter names may spare."""
PERCENT = re.compile(r"(?<=\d)(?: percent| per cent)\b")


def tightened(reading: Reading, line: str, limit: int) -> str:
    """The line with one name after the other shortened until it keeps within the limit; at worst all of them."""
    for long, short in _shorter(reading).items():
        if len(line) <= limit:
            break
        if long not in line:
            continue
        line = _outside_quotes(re.compile(rf"(?<![\w-]){re.escape(long)}(?![\w-])"), short, line)
    return line if len(line) <= limit else _outside_quotes(PERCENT, "%", line)


def tells_more(reading: Reading, line: str, other: str) -> bool:
    """Whether a line has words that another has not, besides "that" and more of the same names."""
    old = set(other.split())
    same = {word for name in reading.names.count if name.split()[-1] in old for word in name.split()}
    more = set(line.split()) - old - same - title_words("dangling")
    return bool(more) and len(line.split()) >= len(other.split()) - FEW


def _outside_quotes(words: re.Pattern[str], instead: str, line: str) -> str:
    parts = QUOTED.split(line)
    return "".join(part if n % 2 else words.sub(lambda _: instead, part) for n, part in enumerate(parts))


def _shorter(reading: Reading) -> Mapping[str, str]:
    """Name -> short form, the longest saving first; worked out once for all titles of a document."""
    if not reading.shorter:
        forms = {**_short_forms(reading), **_places(reading)}
        shorter: dict[str, str] = {}
        for long, short in sorted(forms.items(), key=lambda each: len(each[1]) - len(each[0])):
            shorter[f"the {long}"] = called(short) if _takes_the(long, short) else short
            shorter[long] = short
        reading.shorter.append(shorter)
    return reading.shorter[0]


def _short_forms(reading: Reading) -> dict[str, str]:
    alike = defaultdict[str, list[str]](list)
    for name in reading.names.count:
        alike[name.split()[-1]].append(name)
    found: dict[str, str] = {}
    for each in reading.names.all:
        if short := _firm(each.name) or _as_called(reading, each, alike):
            found[each.name] = min(found.get(each.name, short), short, key=len)
    return found


def _places(reading: Reading) -> dict[str, str]:
    """The Latvian town of Narva, Narva: a place without the noun of its kind."""
    found: dict[str, str] = {}
    for number, tree in enumerate(reading.trees):
        for tie in (t for t in tree.tokens if t.dep == "prep" and t.text == "of"):
            noun, names = tree.tokens[tie.head], tree.children(tie.index, "pobj")
            if noun.lemma.lower() not in title_words("stands before a name") or noun.tag != "NN" or not names:
                continue
            here = reading.names.at.get((number, names[0]))
            if here is not None and here.kind == "place" and here.first == tie.index + 1:
                front = [i for i in tree.subtree(noun.index) if i < tie.index and tree.tokens[i].dep != "det"]
                found[" ".join(tree.tokens[i].text for i in [*front, tie.index]) + f" {here.name}"] = here.name
    return found


def _takes_the(long: str, short: str) -> bool:
    """The Immigration and Naturalization Service, the INS; but NATO, though the Treaty Organization has an article."""
    return short.isupper() and not long.isupper()


def _firm(name: str) -> str:
    """Ogden Corp., Ogden: a firm without the mark of its legal form; "" for a name that has none."""
    *front, last = name.split()
    return " ".join(front).rstrip(",") if front and last.lower() in title_words("legal form") else ""


def _as_called(reading: Reading, name: Name, alike: Mapping[str, list[str]]) -> str:
    """The surname or the initials by which the text itself goes on to call somebody; "" when two may be meant.

    `alike` are the names of the text by their last word.
    """
    words = reading.document.text[name.span.start : name.span.end]
    if " " in words or words == name.name or len(words) >= len(name.name):
        return ""
    if name.kind == "person":
        alone = alike.get(words) in ([name.name], [name.name, words])
        return words if name.name.endswith(f" {words}") and alone else ""
    return words if words.isupper() and words.isalpha() and name.kind == "body" else ""
