"""Whose sales fell: a figure of a firm, in a line that names nobody, is that of the only firm spoken of lately."""

from __future__ import annotations

from pipeline.events.parse.syntax import subjects
from pipeline.events.reading import Draft
from pipeline.events.title_lexicon import title_words
from pipeline.events.titles.articles import called
from pipeline.events.titles.phrases import Writer
from pipeline.events.titles.wording import ARTICLES, LIMIT
from pipeline.words import possessive

NEAR = 3
"""Sentences back to the firm."""


def with_owner(writer: Writer, draft: Draft, line: str) -> str:
    """Rodnik's sales decline 12%, where the text says that sales declined; else the line as it is."""
    tree = writer.tree
    heads = subjects(tree, draft.token) if draft.event_type == "ECONOMY" else []
    if len(heads) != 1 or tree.tokens[heads[0]].lemma.lower() not in title_words("figure of a firm"):
        return line
    inside = [tree.tokens[i] for i in tree.subtree(heads[0])]
    named = any(t.pos == "PROPN" and not writer.is_time(t.index) for t in inside)
    before = line.partition(tree.tokens[heads[0]].text)[0]
    owner = _firm(writer, draft.sentence)
    if not owner or named or tree.children(heads[0], "poss", "relcl") or any(c.isupper() for c in before[1:]):
        return line
    words = ARTICLES.sub("", line)
    whole = f"{possessive(called(owner))} {words[:1].lower() + words[1:]}"
    if len(whole) > LIMIT:
        return line
    draft.note("title", possessive(called(owner)), f"{owner} is the only firm spoken of")
    return whole[:1].upper() + whole[1:]


def _firm(writer: Writer, sentence: int) -> str:
    """The only body that the sentence and those just before name, by its shortest name there; "" for several."""
    near = writer.reading.names.between(sentence - NEAR, sentence)
    names = sorted({n.name for n in near if n.kind == "body"}, key=len)
    one = bool(names) and all(name.split()[0] == names[0].split()[0] for name in names)
    return names[0] if one and not any(n.kind in ("state", "people") for n in near) else ""
