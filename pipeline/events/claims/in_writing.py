"""A ministry statement, a letter from Orlova, the court's website: the words are theirs who put them out."""

from __future__ import annotations

from pipeline.events import lexicon
from pipeline.events.actors.apposition import is_person_noun
from pipeline.events.actors.own_words import in_own_words
from pipeline.events.claim_lexicon import claim_words
from pipeline.events.parse.syntax import Tree, prepositional, subjects
from pipeline.events.parse.voice import is_passive
from pipeline.events.reading import Reading

SENTENCES_BACK = 2
"""Sentences in which "it" finds who spoke before."""


def author(reading: Reading, sentence: int, head: int) -> int:
    """Head of those whose paper or page this is; the same head for all other words and where the text does not say."""
    tree = reading.trees[sentence]
    if tree.tokens[head].lemma.lower() not in claim_words("in writing") or (sentence, head) in reading.names.at:
        return head
    whose = [*prepositional(tree, head, "by", "from"), *tree.children(head, "poss"), *prepositional(tree, head, "of")]
    heard = any(row.role == "hearsay" for row in lexicon.role_nouns().get(tree.tokens[head].lemma.lower(), ()))
    kinds = [] if heard else tree.children(head, "compound", "nmod")  # News reports are not the words of the news.
    kinds = [c for c in kinds if tree.tokens[c].text.lower() not in claim_words("of his words")]
    puts_out = tree.tokens[tree.tokens[head].head]
    issued = tree.tokens[head].dep == "dobj" and puts_out.lemma.lower() in claim_words("puts out")
    writers = subjects(tree, puts_out.index) if issued and not is_passive(tree, puts_out.index) else []
    return next((h for h in (*whose, *kinds, *writers) if _speaks(reading, sentence, h)), head)


def called(reading: Reading, sentence: int, head: int, written: int) -> str:
    """Those who speak, in the text's own words: the interior ministry, of an interior ministry statement."""
    whole = in_own_words(reading.referents, sentence, written)
    tree = reading.trees[sentence]
    in_front = tree.tokens[head].dep in ("compound", "nmod") and tree.tokens[head].head == written
    return whole.rpartition(" ")[0] if in_front else in_own_words(reading.referents, sentence, head)


def _speaks(reading: Reading, sentence: int, head: int) -> bool:
    tree = reading.trees[sentence]
    kinds = {kind for name in reading.who(sentence, head) for kind in reading.names.kinds.get(name, {"state"})}
    spoken = bool(kinds & {"person", "body", "state"}) or is_person_noun(tree, head)
    return spoken or tree.tokens[head].lemma.lower() in lexicon.body_nouns()


def spoke_before(reading: Reading, sentence: int, head: int) -> str:
    """Whoever the text's own words name for "it" and "they" that say more: the last who spoke; "" for others."""
    tree = reading.trees[sentence]
    several = tree.tokens[head].text.lower() == "they"
    if tree.tokens[head].text.lower() not in ("it", "they") or reading.who(sentence, head):
        return ""
    for back in range(sentence, max(-1, sentence - SENTENCES_BACK - 1), -1):
        before = reading.trees[back]
        end = head if back == sentence else len(before.tokens)
        spoke = [t.index for t in before.tokens[:end] if t.dep == "nsubj" and t.pos != "PRON" and _says(before, t.head)]
        if spoke:
            last = before.tokens[spoke[-1]]
            fits = last.tag == "NNS" or last.lemma.lower() == "police" if several else last.tag in ("NN", "NNP")
            names = reading.who(back, last.index)
            return (names[0] if names else in_own_words(reading.referents, back, last.index)) if fits else ""
    return ""


def _says(tree: Tree, verb: int) -> bool:
    return (tree.tokens[verb].lemma.lower(), "VERB") in lexicon.cues()
