"""What a noun for an event was told by before: the talks, the vote, the ceremony at which a treaty was signed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.dating.link import Link, Scene
from pipeline.events.dating.proceedings import is_stage
from pipeline.events.dating_lexicon import dating_words


def told_before(scene: Scene, number: int, token: int) -> Link | None:
    """The date of the last event told before of the same kind as the one at `token`: the talks, the vote.

    Of several the last told in the same manner: the explosion is the bomb that went off, not the shelling told since.
    """
    sentence = scene.drafts[number].sentence
    other = scene.numbers.get((sentence, token))
    if other is None or not is_noun(scene, other) or scene.drafts[other].event_type == "OTHER":
        return None
    earlier = [n for n in range(other - 1, -1, -1) if n in scene.links and _is_earlier(scene, n, other)]
    kind, mode = scene.drafts[other].event_type, scene.drafts[other].mode
    told = [n for n in earlier if scene.drafts[n].event_type == kind and _may_be(scene, n, other)]
    alike = [n for n in told if mode and scene.drafts[n].mode == mode]
    return next((scene.links[n] for n in alike or told or _signed(scene, other, earlier)), None)


def _signed(scene: Scene, number: int, earlier: Sequence[int]) -> list[int]:
    """Signed a treaty; the ceremony: where nothing else was celebrated, what was signed there."""
    word = scene.tree(number).tokens[scene.drafts[number].token].lemma.lower()
    if word not in dating_words("of a signing"):
        return []
    return [n for n in earlier if scene.drafts[n].event_type == "AGREE" and not is_noun(scene, n)]


def _is_earlier(scene: Scene, number: int, other: int) -> bool:
    """Whether a sentence before tells it, or a noun before the known one: of the 2020 election, before the vote."""
    one, two = scene.drafts[number], scene.drafts[other]
    if one.sentence < two.sentence:
        return True
    the = any(scene.tree(other).tokens[c].text.lower() == "the" for c in scene.tree(other).children(two.token, "det"))
    return the and one.token < two.token and is_noun(scene, number)


def _may_be(scene: Scene, number: int, other: int) -> bool:
    """Whether two events of one kind can be one: no arrest is a sentence."""
    words = [scene.tree(n).tokens[scene.drafts[n].token].lemma.lower() for n in (number, other)]
    return words[0] == words[1] or not all(is_stage(word) for word in words)


def is_noun(scene: Scene, number: int) -> bool:
    """Whether a draft is told by a noun."""
    return scene.tree(number).tokens[scene.drafts[number].token].pos in ("NOUN", "PROPN")
