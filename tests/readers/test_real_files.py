"""Two hundred files as people have them: every sound one is read right, every broken one is named with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import publication, timex
from pipeline.__main__ import main
from pipeline.calendar.interval import day
from pipeline.model import ARTICLE_BLOCKS, Document, Issue
from pipeline.readers import Source, collect, read_all, read_source
from tests.readers.articles import ARTICLES, Article
from tests.readers.broken import WAYS, Way
from tests.readers.generate import sound

ASIDES = ("Saturday morning", "Sunday", "Advertisement", "Reader One", "Port workers", "Written on", "Summer sale")
"""Words that only stand beside the articles."""
SOUND = sound(ARTICLES)


def of_article(document: Document) -> str:
    """What counts as the article's own text."""
    spans = (block.span for block in document.blocks if block.kind in ARTICLE_BLOCKS)
    return " ".join(" ".join(document.text[span.start : span.end] for span in spans).split())


def the(article: Article, documents: list[Document]) -> Document:
    return next(d for d in documents if article.body[0][:40] in " ".join(d.text.split()))


def test_there_are_two_hundred_files_and_sixty_are_broken() -> None:
    assert len(WAYS) >= 30
    assert len(SOUND) + 2 * len(WAYS) >= 200


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_sound_file_is_read_with_title_date_and_body(tmp_path: Path, name: str) -> None:
    content, articles = SOUND[name]
    path = tmp_path / name
    path.write_bytes(content)
    found = list(read_all(path))
    documents = [each for each in found if isinstance(each, Document)]
    assert len(documents) == len(articles)
    assert len({document.source_uri for document in documents}) == len(articles)
    assert all(issue.severity == "warning" for issue in found if isinstance(issue, Issue))
    for article in articles:
        document = the(article, documents)
        text = of_article(document)
        assert [paragraph for paragraph in article.body if paragraph not in text] == []
        assert [words for words in ASIDES if words in text] == []
        assert document.title == article.title
        dated = publication.decide(document, timex.recognise(document))
        assert dated.published == day(article.day)
        assert dated.published_reliability not in {"unknown", "conflicting"}


@pytest.mark.parametrize("article", ARTICLES[:2], ids=lambda article: article.slug)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_broken_file_is_named_with_its_reason(tmp_path: Path, way: Way, article: Article) -> None:
    path = tmp_path / f"{way.name}{way.suffix}"
    path.write_bytes(way.of(article))
    files, issues = collect([path])
    found = [*issues, *(each for file in files for each in read_all(file))]
    skipped = [each for each in found if isinstance(each, Issue) and each.severity == "skipped"]
    assert any(way.words in issue.message for issue in skipped), found
    assert all(issue.message.startswith(str(path)) and "\n" not in issue.message for issue in skipped)
    assert any(isinstance(each, Document) for each in found) == way.rest


def test_one_broken_file_costs_nothing_else_and_shows_in_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, (content, _) in SOUND.items():
        if ARTICLES[0].slug in name:
            (tmp_path / name).write_bytes(content)
    assert main(["publication", str(tmp_path)]) == 0
    whole = capsys.readouterr().out
    for way in WAYS[:6]:
        (tmp_path / f"{way.name}{way.suffix}").write_bytes(way.of(ARTICLES[0]))
    assert main(["publication", str(tmp_path)]) == 2
    mixed = capsys.readouterr()
    assert mixed.out == whole
    assert all(f"{way.name}{way.suffix}" in mixed.err for way in WAYS[:6])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(n for n in SOUND if ARTICLES[0].slug in n)), data=st.data())
def test_any_damage_is_named_by_the_reader_of_the_format(name: str, data: st.DataObject) -> None:
    """Bytes changed, cut out, put in twice: what is left is read, or refused for a reason, and never quietly wrong."""
    raw = bytearray(SOUND[name][0])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, max(0, len(raw) - 1)))
        length = data.draw(st.integers(0, 120))
        raw[at : at + length] = data.draw(
            st.sampled_from([b"", b"\0", b"\xff\xfe", b"<", b"&#0;", bytes(raw[:length])])
        )
    for found in read_source(Source(name, name, content=bytes(raw))):
        if isinstance(found, Issue):
            assert found.message.startswith(name)
            assert "\n" not in found.message
            assert "makes its reader fail" not in found.message
        else:
            found.text.encode("utf-8")
            assert found.text.strip()
            assert all(block.span.end <= len(found.text) for block in found.blocks)
