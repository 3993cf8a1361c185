"""According to the ministry: who says so beside a clause."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.claims.in_writing import author, called
from pipeline.events.parse.syntax import prepositional
from pipeline.events.reading import Claim, Reading
from pipeline.model import Span


def according(reading: Reading, sentence: int, verb: int) -> Claim | None:
    """The claim that "according to" somebody makes of the clause of a verb; None when there is none."""
    tree = reading.trees[sentence]
    for child in tree.children(verb, "prep"):
        if tree.tokens[child].text.lower() != "according":
            continue
        for to in tree.children(child, "prep"):
            for written in tree.children(to, "pobj"):
                head = author(reading, sentence, _behind(reading, sentence, written))
                names = reading.who(sentence, head)
                if not names and _is_heard(reading, sentence, head):
                    return None
                shown = names[0] if names else called(reading, sentence, head, written)
                span = Span(tree.tokens[child].span.start, tree.tokens[to].span.end)
                where = (sentence, child)
                return Claim(shown, (), span, "say", "certain", bool(names), f"according to “{shown}”", *where)
    return None


def _is_heard(reading: Reading, sentence: int, head: int) -> bool:
    """The mayor said: "According to first information, they fled." Within his words a thing is no source, he is."""
    token = reading.trees[sentence].tokens[head]
    known = {*lexicon.role_nouns(), *lexicon.body_nouns(), *lexicon.media_nouns()}
    quotation = reading.quotation_at(token.span.start)
    return token.lemma.lower() not in known and quotation is not None and quotation.speaker is not None


def _behind(reading: Reading, sentence: int, head: int) -> int:
    """The commission of "a count of the commission", the ministry of "a report by the ministry"."""
    tree = reading.trees[sentence]
    speaks = is_person_noun(tree, head) or tree.tokens[head].lemma.lower() in lexicon.body_nouns()
    if reading.who(sentence, head) or tree.tokens[head].tag != "NN" or speaks:
        return head
    return next((h for h in prepositional(tree, head, "of", "by", "from") if tree.tokens[h].entity == "ORG"), head)
