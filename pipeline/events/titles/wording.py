"""A headline as a string: spacing, capitals, marks in pairs, and a cut that leaves nothing hanging."""

from __future__ import annotations

import functools
import re

from pipeline import gazetteer
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.turning import cuts_condition
from pipeline.resources import split

LIMIT = 90
FEWEST_WORDS = 3
CUT = "…"
TWICE = re.compile(r"\b([A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+)\b.*\b\1\b")
"""A full name that comes back in the same line."""
LISTED = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)*, ){2}[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)*$")
"""Three names or more with commas between them, at the end."""
UNSAID = re.compile(
    r"^(?:Is|Are|Has|Have)\b|\bcalls? what\b|^\d[\d,.]* (?:is|are)\b|\bspends? (?:aboard|in|at|with|on)\b"
    r"|\b(?:of|to|with|by|in|on|from) (?:which|whom)\b(?! (?:s?he|they|[A-Z]\w+|the \w+) \w+ \w+)"
)
"""A relative left over, without its own subject and verb, a number of nothing, or a verb of nobody."""


TIED = re.compile(r"\b(?:in order|than (?:one|that|those)|as (?:long|soon|well|much|many|far)|so as)$")
"""The first half of a conjunction of several words."""
OWNED = re.compile(r"(?:\s+(?:in|of|at|on|for|from|to|with|by|against))?\s+[\w-]+['’]s$")
"""An owner at the end whose thing was cut off, and the preposition before it."""
SPACED = re.compile(r"\s+([,;:.])")
OPENED = re.compile(r"(“|``|(?<!\S)\"(?=\s[^\"]*\"(?!\w)))\s+")
"""A quotation mark that opens, and the space behind it."""
OPEN_SINGLE, CLOSED_SINGLE = re.compile(r"(?<!\S)['‘](?=\w)"), re.compile(r"(?<=\S)['’](?!\w)")
"""Single quotation marks before and behind a word; the mark of owning behind an s looks like the second."""
SLIPS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (",", re.compile(r",(?:\s*,)+(?=(?:\s+[\w’'-]+){1,4}(?:,| and | or ))"), ","),
    (",", re.compile(r",(?:\s*,)+"), " "),
    (" - ", re.compile(r"(\w) - (\w)"), r"\1-\2"),
    (",", re.compile(r",(?=[;:])"), ""),
    (",", re.compile(r",\s+(and|or|not|however|too|meanwhile|instead|though)\s*$"), ""),
    ("s", re.compile(r"(?<=s)(['’])s\b"), r"\1"),
    ("s", OWNED, ""),
    ("(", re.compile(r"\s*\(\s*\)"), ""),
    ("[", re.compile(r"[\[\]]"), ""),
    ("{", re.compile(r"[{}]"), ""),
    (".", re.compile(r" [A-Z]{2,6}\.[A-Z]{1,3}\b(?=\s)"), ""),
    (",", re.compile(r"\b(that|and|or|of|to|in|says|say),\s"), r"\1 "),
)
"""What a phrase that lost a part leaves behind, in the order of mending: (what any such slip has, slip, instead)."""
ARTICLES = re.compile(
    r"^(?:the|an|this|that|these|those|his|her|its|their|some(?! \d)|such"
    r"|a(?! few| number| dozen| couple| handful| lot| total| group| series| majority))\s+(?!of\b)",
    re.IGNORECASE,
)


def surname(name: str) -> str:
    """The last word of a name of two; others stay whole."""
    parts = name.split()
    return parts[-1] if len(parts) == 2 and name[:1].isupper() and parts[1][:1].isupper() else name


def polish(words: str, limit: int = LIMIT) -> str:
    """Spacing, capital letter, no opening connective, quotation marks in pairs, at most `limit` characters."""
    words = SPACED.sub(r"\1", " ".join(words.split())).replace("„", "“").strip(" ,;:—–-")
    words = balanced(OPENED.sub(r"\1", words).replace("``", "“").replace("''", "”"))
    for mark, slip, instead in SLIPS:
        if mark in words:
            words = slip.sub(instead, words)
    words = " ".join(without_openers(words).split())
    words = words if len(words) <= limit else abbreviated(words, limit)
    words = words[:1].upper() + words[1:]
    return words if len(words) <= limit else _marked(words, shorten(words, limit), limit)


def _marked(words: str, cut: str, limit: int) -> str:
    """A line that was cut; where it lost what its last word calls for, cut within that, with an ellipsis."""
    lost = words[len(cut) :].lstrip(" ,;:").split(" ", 1)[0].lower() if words.startswith(cut) else ""
    if lost not in title_words("opens a complement"):
        return cut
    further = _cut_within(words, limit)
    return further if len(further) > len(cut) + len(CUT) else f"{cut}{CUT}"[:limit]


def abbreviated(words: str, limit: int) -> str:
    """A line too long with the initials of the unions that everybody knows; as it was where that does not do."""
    short = words
    for name, initials in _initials():
        short = short.replace(name, initials)
    return short if len(short) <= limit else words


@functools.cache
def _initials() -> tuple[tuple[str, str], ...]:
    """(European Union, EU): names of alliances of states and their initials."""
    found = []
    for actor in gazetteer.all_actors():
        first = "".join(word[0] for word in actor.name.split())
        if actor.kind == "alliance" and " " in actor.name and first in split(actor.aliases):
            found.append((actor.name, first))
    return tuple(found)


def without_openers(words: str) -> str:
    """The words without connectives in front: however, but, meanwhile."""
    while (parts := words.split(" ", 1))[1:] and parts[0].lower().strip(",") in title_words("opener"):
        words = parts[1]
    return words


def balanced(words: str) -> str:
    """The words without quotation marks and brackets that have no fellow."""
    if words.count("“") != words.count("”") or words.count('"') % 2:
        words = words.replace("“", "").replace("”", "").replace('"', "")
    if len(OPEN_SINGLE.findall(words)) > len(CLOSED_SINGLE.findall(words)):
        words = OPEN_SINGLE.sub("", words)
    if words.count("[") != words.count("]"):
        words = words.replace("[", "").replace("]", "")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    return " ".join(words.split())


def shorten(text: str, limit: int = LIMIT) -> str:
    """Cut before a phrase so that the whole keeps within the limit; a cut inside a phrase shows an ellipsis."""
    if len(text) <= limit:
        return text
    words = text.split(" ")
    border = title_words("border")
    for count in range(len(words) - 1, 2, -1):
        head = " ".join(words[:count]).rstrip(" ,;:")
        if not limit // 2 <= len(head) <= limit or dangles(head) or cuts_condition(head, " ".join(words[count:])):
            continue
        if words[count].lower() in ("and", "&") and words[count - 1][:1].isupper() and words[count + 1][:1].isupper():
            continue  # The Immigration and Naturalization Service.
        inside = ", " in head[limit // 3 :]
        ends = words[count].lower() in ("and", "or") or (words[count - 1].endswith(",") and LISTED.search(head))
        if ends and inside and (listed := _closed(head)):
            return balanced(listed)
        if words[count] in ("--", "—", "–"):
            return balanced(head)
        if words[count].lower() in border and not (inside and words[count].lower() in ("and", "or")):
            return balanced(head)
    return _cut_within(text, limit)


def _cut_within(text: str, limit: int) -> str:
    """As many words as there is room for, with an ellipsis; nothing hangs at their end."""
    cut = text[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:")
    while dangles(cut) or opens_with_pronoun(cut.rpartition(" ")[2]):
        cut = cut.rsplit(" ", 1)[0].rstrip(" ,;:")
    return cut + CUT + ("”" if cut.count("“") > cut.count("”") else "")


def _closed(head: str) -> str:
    """A list that was cut short, with an end: Riga, Narva and others; coal, metals and more; "" for no list."""
    first, _, last = head.rpartition(", ")
    before = first.rsplit(maxsplit=1)[-1:] or [""]
    names = last[:1].isupper() and before[0][:1].isupper()
    if last.count(" ") > 1 or last[:1].isupper() != before[0][:1].isupper():
        return ""
    end = "and others" if names else "and more"
    return next((whole for whole in (f"{head} {end}", f"{first} {end}") if len(whole) <= LIMIT), "")


def dangles(words: str) -> bool:
    """Whether the words end in one that wants more: of, the, and, in order."""
    last = words.split()[-1:] or [""]
    return last[0].lower().strip("”’\"'.,") in title_words("dangling") or TIED.search(words) is not None


def is_whole(line: str) -> bool:
    """Whether a line stands by itself: three words, no pronoun in front, nothing wanting at the end."""
    whole = len(line.split()) >= FEWEST_WORDS and not opens_with_pronoun(line) and not dangles(line)
    return whole and not TWICE.search(line)


def opens_with_pronoun(line: str) -> bool:
    """Whether a line begins with a word that stands for somebody else: they, this, who."""
    words = line.split()
    return bool(words) and words[0].lower().strip("“\"'") in title_words("standalone")


UNTOLD = re.compile(
    r"^(?:(?! (?:because|after|before|until|while|when|if) ).)*\b\w+s (?:it|them|those|these|this|that|so)$"
    r"|\bmakes? it clear$"  # announces it
    r"|\b(?:says|tells \w+|announces) this\b"
    r"|\b\w+s (?:that|this|the following) [a-z]+$"  # confirms that account
    r"|^[A-Z][^“”]* (?!that\b|says\b)\w+s (?:it|those)(?= (?:to|on|in|as|of|for|with|at)\b)"  # asks it to go
    r"|^[A-Z][^“”]*s (?:order|ask|tell|urge|force|allow) (?:it|them|those) to\b"  # courts order it to close
    r"|\bto do (?:so|it|that|this)\b|^[^:,“”]* (?:says|tells|claims|adds|writes)$"  # asks Anna to do so
)
"""An object that stands for something said before."""


def is_printable(line: str) -> bool:
    """Whether a page could show it: two words at least, nobody unknown in front, nothing left unsaid."""
    return " " in line and not opens_with_pronoun(line) and not UNSAID.search(line) and not UNTOLD.search(line)
