import pytest

from views.called import called


@pytest.mark.parametrize(
    ("source_uri", "name"),
    [
        ("/home/me/articles/walk.txt", "walk.txt"),
        ("walk.txt", "walk.txt"),
        ("/home/me/feed.xml#https://example.org/3", "feed.xml#https://example.org/3"),
        ("/home/me/pack.zip#inside/walk.txt", "pack.zip#inside/walk.txt"),
        ("/home/me/a#b.txt", "a#b.txt"),
        ("https://example.org/2022/walk/", "https://example.org/2022/walk/"),
    ],
)
def test_a_source_is_called_by_what_a_reader_knows_of_it(source_uri: str, name: str) -> None:
    assert called(source_uri) == name
