"""Which outlet published a text: metadata first, its address next, else how the text speaks of the outlets it names.

An outlet that is merely cited is not the source. What counts is in data/rules/en/publication_outlet.yaml.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from pipeline.knowledge import Outlet, outlets
from pipeline.model import ARTICLE_BLOCKS, Document, Step
from pipeline.resources import Row, rules, split
from pipeline.settings.publication import OUTLET_LEAD, OUTLET_VOTES

_MARK = "⟦⟧"
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = 90, 200
_SENTENCE_START = re.compile(r"[.!?]['\"”’]?\s+|\n")
_ARTICLE = re.compile(r"^\s*(?:[Tt]he )?")
_SIGNATURE_VOTES = 4
_ADDRESS_VOTES = 3


class OutletRule(Row):
    """One way in which a text speaks of an outlet, and what it counts for or against its being the source."""

    name: str
    pattern: str
    blocks: Literal["article", "aside", "any"]
    weight: int
    most: int
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    why: str


def outlet_rules() -> tuple[OutletRule, ...]:
    """All rules about self-reference and citation."""
    return rules("rules/en/publication_outlet.yaml", OutletRule)


def find_outlet(document: Document) -> tuple[str | None, tuple[Step, ...]]:
    """The outlet's canonical name, or None where neither metadata nor text tell, and why."""
    if document.outlet is not None:
        name = _by_name().get(document.outlet.casefold(), document.outlet)
        return name, (Step("publication", f"outlet {name}", "the metadata name it"),)
    host = urlsplit(document.url).hostname if document.url and _is_address(document.url) else None
    if host and (owner := _owner(host)):
        return owner, (Step("publication", f"outlet {owner}", f"the address is at {host}"),)
    return _elect(_votes(document))


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _elect(votes: dict[str, Counter[str]]) -> tuple[str | None, tuple[Step, ...]]:
    """The outlet with enough votes and enough of a lead over the next one."""
    ranked = sorted(votes, key=lambda name: (-votes[name].total(), name))
    if not ranked:
        return None, ()
    best = ranked[0]
    reasons = ", ".join(f"{reason} ({count:+d})" for reason, count in sorted(votes[best].items()))
    lead = votes[best].total() - (votes[ranked[1]].total() if len(ranked) > 1 else 0)
    if votes[best].total() < OUTLET_VOTES.number or lead < OUTLET_LEAD.number:
        because = f"the text names {', '.join(ranked[:3])}, but as sources: {best} has {reasons}"
        return None, (Step("publication", "outlet unknown", because),)
    return best, (Step("publication", f"outlet {best}", f"the text speaks for it: {reasons}"),)


def _votes(document: Document) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name, start, end in _mentions(document.text):
        article = document.block_at(start) in ARTICLE_BLOCKS
        window = _window(document.text, start, end)
        for rule, pattern in _patterns():
            if rule.blocks != "any" and (rule.blocks == "article") != article:
                continue
            if abs(votes[name][rule.name]) < abs(rule.weight * rule.most) and pattern.search(window):
                votes[name][rule.name] += rule.weight
    for name, reason, count in _page_votes(document):
        votes[name][reason] = count
    return {name: counts for name, counts in votes.items() if any(counts.values())}


def _window(text: str, start: int, end: int) -> str:
    """The sentence around a name as far as it matters, with the name as a mark; "^" is where the sentence begins."""
    before = _SENTENCE_START.split(text[max(0, start - _BEFORE) : start])[-1]
    after = text[end : end + _AFTER].split("\n", 1)[0]
    return f"{_ARTICLE.sub('', before)}{_MARK}{after}"


def _page_votes(document: Document) -> Iterator[tuple[str, str, int]]:
    """Phrases and addresses that only one outlet's own pages carry, below and beside the article."""
    aside = "\n".join(
        document.text[block.span.start : block.span.end]
        for block in document.blocks
        if block.kind in {"ui", "blurb", "footer"}
    )
    for outlet in outlets():
        if any(phrase in document.text for phrase in split(outlet.signatures)):
            yield outlet.name, "a phrase of its own pages", _SIGNATURE_VOTES
        if any(_names_domain(domain, aside) for domain in split(outlet.domains)):
            yield outlet.name, "its address below the article", _ADDRESS_VOTES


def _names_domain(domain: str, text: str) -> bool:
    lowered = text.lower()
    return domain in lowered and re.search(rf"(?<![\w-]){re.escape(domain)}(?![\w-])", lowered) is not None


@functools.cache
def _patterns() -> tuple[tuple[OutletRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in outlet_rules())


@functools.cache
def _names() -> dict[str, str]:
    """Every spelling of every outlet, as written, to its canonical name."""
    return {spelling: outlet.name for outlet in outlets() for spelling in _spellings(outlet)}


@functools.cache
def _by_name() -> dict[str, str]:
    return {spelling.casefold(): name for spelling, name in _names().items()}


def _spellings(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.name, *split(outlet.aliases))


@functools.cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The spellings that begin with a word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(_names(), key=lambda name: (-len(name), name)):
        if first := _WORD.match(spelling):
            found[first[0]].append(spelling)
    return {word: tuple(spellings) for word, spellings in found.items()}


def _mentions(text: str) -> Iterator[tuple[str, int, int]]:
    """Every outlet's name in the text, the longest at each place: canonical name, start, end."""
    spellings, done = _by_first_word(), 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done or word[0] not in spellings:
            continue
        spelling = next((name for name in spellings[word[0]] if _stands(name, text, start)), None)
        if spelling is not None:
            done = start + len(spelling)
            yield _names()[spelling], start, done


def _stands(name: str, text: str, start: int) -> bool:
    """Whether the whole name, and no longer word, begins at `start`."""
    end = start + len(name)
    return text.startswith(name, start) and not (end < len(text) and (text[end].isalnum() or text[end] == "_"))


def _owner(host: str) -> str | None:
    for outlet in outlets():
        if any(host == domain or host.endswith(f".{domain}") for domain in split(outlet.domains)):
            return outlet.name
    return None
