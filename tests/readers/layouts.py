"""Pages as common publishing systems lay them out, with all that stands around an article on them."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from tests.readers.articles import Article

NAVIGATION = (
    '<header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a>'
    '</li><li><a href="/live">Live: storm reaches the coast on Sunday</a></li></ul></nav></header>'
)
RELATED = (
    '<aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Port workers end their strike on '
    'Saturday</a></li><li><a href="/b">Ferry service returns on Sunday, December 25</a></li></ul></aside>'
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h4>Sign up for our newsletter</h4><p>Get the best of the week every Saturday '
    'morning in your inbox.</p><form><input name="mail"><button>Sign up</button></form></div>'
)
AD = '<div class="ad-slot"><p>Advertisement</p><a href="http://ads.example">Summer sale ends on Sunday!</a></div>'
COMMENTS = (
    '<section id="comments" class="comments-area"><h2>2 comments</h2><ol><li><p>Reader One, January 3, 2030: I do not '
    "believe a word of what they said on Saturday.</p></li><li><p>Reader Two: neither do I.</p></li></ol></section>"
)
FOOTER = "<footer><p>© 2030 The publisher. All rights reserved.</p><p>Contact us on Sundays.</p></footer>"
FIGURE = (
    '<figure><img src="http://tracker.example/x.png" alt="Trucks"><figcaption>Trucks wait in line on Saturday. '
    "Jan Novak/Photo Agency</figcaption></figure>"
)
SCRIPT = '<script>document.write("<p>Written on Sunday</p>")</script><style>p { color: red }</style>'


def _paragraphs(article: Article) -> str:
    return "".join(f"<p>{escape(p)}</p>" for p in article.body)


def _between(article: Article, *asides: str) -> str:
    """The paragraphs with asides between them."""
    parts = [f"<p>{escape(p)}</p>" for p in article.body]
    for at, aside in enumerate(asides):
        parts.insert(2 * at + 1, aside)
    return "".join(parts)


def _page(article: Article, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(article.title)} | '
        f"{escape(article.outlet)}</title>{head}{SCRIPT}</head><body>{body}</body></html>"
    )


def _open_graph(article: Article) -> str:
    return (
        f'<meta property="og:title" content="{escape(article.title)}">'
        f'<meta property="og:site_name" content="{escape(article.outlet)}">'
        f'<link rel="canonical" href="{article.url}">'
    )


def plain(article: Article) -> str:
    head = f'<meta name="date" content="{article.day}">'
    return _page(article, head, f"<article><h1>{escape(article.title)}</h1>{_paragraphs(article)}</article>")


def blog(article: Article) -> str:
    """A blog system's page: entry header, meta line, share row, tags, author box, comments, widgets."""
    meta = (
        f'<div class="entry-meta"><span class="byline">By <a href="/author">{article.author}</a></span> '
        f'<time class="entry-date published" datetime="{article.moment}">{article.day:%B %d, %Y}</time></div>'
    )
    body = (
        f'{NAVIGATION}<div id="content" class="site-content"><main><article class="post type-post"><header '
        f'class="entry-header"><h1 class="entry-title">{escape(article.title)}</h1>{meta}</header>{FIGURE}<div '
        f'class="entry-content">{_between(article, AD, NEWSLETTER)}</div><div class="sharedaddy share-buttons"><a>Share'
        f'</a></div><div class="tags-links"><a>Border</a> <a>Trade</a></div><div class="author-bio"><p>{article.author}'
        f" has reported from the region since 2009.</p></div></article>{COMMENTS}</main><aside class='widget-area "
        f"sidebar'><h2>Most read</h2><p>What to do on Saturday and Sunday in the city.</p></aside></div>{FOOTER}"
    )
    return _page(article, _open_graph(article), body)


def json_ld(article: Article) -> str:
    """A large publisher's page: everything in JSON-LD and Open Graph, modified later, related stories in mid-text."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": article.outlet},
            {
                "@type": ["NewsArticle"],
                "headline": article.title,
                "datePublished": article.moment,
                "dateModified": "2024-11-05T10:00:00Z",
                "author": [{"@type": "Person", "name": article.author}],
                "publisher": {"@type": "Organization", "name": article.outlet},
            },
        ],
    }
    head = (
        f'{_open_graph(article)}<meta property="article:published_time" content="{article.moment}">'
        f'<meta property="article:modified_time" content="2024-11-05T10:00:00Z">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )
    body = (
        f'{NAVIGATION}<div class="layout with-sidebar"><div class="ArticlePage__main"><h1 '
        f'class="ArticleHeader__title">{escape(article.title)}</h1><div class="ArticleHeader__byline">By '
        f'{article.author}</div><p class="ArticleHeader__timestamp">Published {article.day:%d %B %Y}</p>{FIGURE}<div '
        f'class="ArticleBody__content">{_between(article, RELATED, AD)}</div></div><div class="right-rail">'
        f"{RELATED}</div></div>{COMMENTS}{FOOTER}"
    )
    return _page(article, head, body)


def divisions(article: Article) -> str:
    """An old system: no article element, paragraphs parted by line breaks, the day in a meta element."""
    head = f'<meta name="pubdate" content="{article.day:%Y%m%d}">'
    text = "<br><br>".join(escape(p) for p in article.body)
    body = (
        f'<div id="menu"><a href="/">Home</a> <a href="/n">News</a></div><div id="center"><div class="title"><h1>'
        f'{escape(article.title)}</h1></div><div class="text">{text}</div></div><div id="footer">© 2030</div>'
    )
    return _page(article, head, body)


def live(article: Article) -> str:
    """A live blog: entries with times, a summary above, what to read below."""
    times = ("14:32", "13:05", "11:47")
    entries = "".join(
        f'<div class="live-entry"><time class="entry-time">{time}</time><p>{escape(p)}</p></div>'
        for time, p in zip(times, article.body, strict=True)
    )
    data = {
        "@type": "LiveBlogPosting",
        "headline": article.title,
        "datePublished": article.moment,
        "dateModified": article.moment,
    }
    head = f'{_open_graph(article)}<script type="application/ld+json">{json.dumps(data)}</script>'
    body = (
        f'{NAVIGATION}<main><article class="live-blog"><h1>{escape(article.title)}</h1><div class="live-feed">{entries}'
        f"</div></article></main>{RELATED}{FOOTER}"
    )
    return _page(article, head, body)


LAYOUTS: dict[str, Callable[[Article], str]] = {
    "plain": plain,
    "blog": blog,
    "json_ld": json_ld,
    "divisions": divisions,
    "live": live,
}
