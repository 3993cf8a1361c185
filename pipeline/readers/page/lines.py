"""The visible text of a page in reading order, paragraph by paragraph, each with the elements around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.readers.page.tree import Element

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "link", "meta"})
_INLINE = frozenset(
    re.findall(
        r"\w+",
        """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike
        strong sub sup tt u var wbr time""",
    )
)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_BREAKS = re.compile(r"\n{2,}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Paragraph:
    """A stretch of text between two block elements. `element` is the innermost block element around it."""

    element: Element
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters that stand in links."""

    @property
    def text(self) -> str:
        """The text with runs of white space as one blank; a line break of the page stays one, several a blank line."""
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(self.parts).split("\u2028"))
        return _BREAKS.sub("\n\n", "\n".join(lines)).strip("\n")


def paragraphs(root: Element) -> Iterator[Paragraph]:
    """All paragraphs below `root` that a reader would see and that are not blank."""
    current = Paragraph(root)
    for kind, element, text in _events(root):
        if kind == "text":
            current.parts.append(text)
            current.linked += len(text.strip()) if _is_linked(element) else 0
        elif kind == "break":
            current.parts.append("\u2028")
        else:
            if current.text:
                yield current
            current = Paragraph(element)
    if current.text:
        yield current


def _events(root: Element) -> Iterator[tuple[str, Element, str]]:
    """("text", element, characters), ("break", element, "") and ("block", innermost block element, "") in order."""
    stack: list[tuple[Element, Iterator[Element], Element]] = []
    element, block = root, root
    if root.text:
        yield "text", root, root.text
    stack.append((element, iter(element), block))
    while stack:
        element, children, block = stack[-1]
        child = next(children, None)
        if child is None:
            yield from _leave(stack)
        elif not isinstance(child.tag, str) or _is_unseen(child):
            yield "text", element, child.tail or ""
        elif child.tag in {"br", "hr"}:
            yield "break", element, ""
            yield "text", element, child.tail or ""
        else:
            inside = block if child.tag in _INLINE else child
            if inside is child:
                yield "block", child, ""
            yield "text", child, child.text or ""
            stack.append((child, iter(child), inside))


def _leave(stack: list[tuple[Element, Iterator[Element], Element]]) -> Iterator[tuple[str, Element, str]]:
    element, _, block = stack.pop()
    if not stack:
        return
    around, _, outer = stack[-1]
    if block is not outer:
        yield "block", outer, ""
    yield "text", around, element.tail or ""


def _is_linked(element: Element) -> bool:
    return element.tag == "a" or any(parent.tag == "a" for parent in element.iterancestors())


def _is_unseen(element: Element) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(element.get("style") or "") is not None
