"""Pages of nine more publishing systems, in the markup that each is known by; all words are our own."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.readers.articles import Article


def _wrap(article: Article, head: str, body: str) -> str:
    title = escape(article.title)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Site</title>'
        f'<meta property="og:title" content="{title}">{head}</head><body>{body}</body></html>'
    )


def _paragraphs(article: Article, opening: str = "<p>", closing: str = "</p>", between: str = "") -> str:
    return between.join(f"{opening}{escape(p)}{closing}" for p in article.body)


def drupal(article: Article) -> str:
    return _wrap(
        article,
        f'<meta name="dcterms.date" content="{article.moment}">',
        '<div id="page"><header id="header" role="banner"><ul class="menu"><li>News</li></ul></header><div id="main">'
        f'<div class="region region-content"><h1 id="page-title">{escape(article.title)}</h1><div class="node '
        f'node-article"><div class="submitted">Submitted by editor on {article.day:%a, %m/%d/%Y} - 09:30</div><div '
        'class="field field-name-field-image"><img src="x.jpg"><blockquote class="image-field-caption">Trucks on '
        'Saturday morning</blockquote></div><div class="field field-name-body"><div class="field-items"><div '
        f'class="field-item even">{_paragraphs(article)}</div></div></div><ul class="links inline"><li>Log in to post '
        'comments</li></ul></div></div><div class="region region-sidebar-second"><section class="block"><h2>Recent '
        'posts</h2><div class="views-row">Market opens on Sunday, 10 July</div></section></div></div></div>',
    )


def hashed(article: Article) -> str:
    """Class names that say nothing; what each part is stands in its data-testid."""
    parts = "".join(
        f'<div data-testid="paragraph-{at}" class="text__x">{escape(p)}</div><div data-testid="promo-box"><span>'
        "Advertisement · Scroll to continue</span></div>"
        for at, p in enumerate(article.body)
    )
    return _wrap(
        article,
        f'<meta name="article:published_time" content="{article.moment}">',
        '<div id="root"><div class="css-1x2y3z"><div data-testid="Header"><a>World</a><a>Business</a></div><main>'
        f'<article><div class="css-abc"><h1 data-testid="Headline">{escape(article.title)}</h1></div><div '
        f'data-testid="AuthorByline">By <a>{article.author}</a></div><time><span>{article.day:%B %d, %Y}</span><span>'
        f"9:30 AM</span><span>Updated 2 years ago</span></time>{parts}</article><section aria-label='Read next'><h2>"
        "Read Next</h2><ul><li><h3><a>Floods on Sunday displace 100</a></h3><time>2 hours ago</time></li></ul></section>"
        "</main></div></div>",
    )


def components(article: Article) -> str:
    """A broadcaster's page made of components."""
    first, *rest = article.body
    texts = "".join(f'<div data-component="text-block"><p>{escape(p)}</p></div>' for p in rest)
    return _wrap(
        article,
        f'<script type="application/ld+json">{{"@type":"ReportageNewsArticle","datePublished":"{article.moment}",'
        f'"dateModified":"{article.moment}"}}</script>',
        '<nav aria-label="Site"><ul><li>Home</li></ul></nav><main id="main-content"><article><div '
        f'data-component="headline-block"><h1>{escape(article.title)}</h1></div><div data-component="byline-block"><time '
        f'data-testid="timestamp">{article.day:%d %B %Y}</time><div>{article.author}</div><div>Correspondent, in Minsk'
        '</div></div><figure data-component="image-block"><div><span>Image source, Agency</span></div><figcaption>Image '
        'caption, Trucks near the border on Saturday morning</figcaption></figure><div data-component="text-block"><p>'
        f'<b>{escape(first)}</b></p></div><div data-component="unordered-list-block"><ul><li><a href="x">Why the ports '
        f'closed on Sunday</a></li><li><a href="y">Who gains from it on Sunday?</a></li></ul></div>{texts}<div '
        'data-component="tag-list-block"><div>Belarus</div></div></article></main><div data-component="most-read"><h2>'
        "Most read</h2><ol><li><a>Sunday storms</a></li></ol></div>",
    )


def magazine(article: Article) -> str:
    """A theme for newspapers that thousands of small outlets use."""
    ad = '<div class="td-a-rec">Sunday sale</div>'
    return _wrap(
        article,
        f'<meta property="article:published_time" content="{article.moment}">',
        '<div class="td-header-wrap"><ul class="sf-menu"><li>Politics</li></ul></div><article class="post"><div '
        'class="td-post-header"><ul class="td-category"><li class="entry-category"><a>Politics</a></li></ul><header '
        f'class="td-post-title"><h1 class="entry-title">{escape(article.title)}</h1><div class="td-module-meta-info">'
        f'<div class="td-post-author-name">By {article.author}</div><span class="td-post-date"><time class="entry-date '
        f'updated td-module-date" datetime="{article.moment}">{article.day:%B %d, %Y}</time></span></div></header></div>'
        f'<div class="td-post-sharing">Share on Sunday</div><div class="td-post-content">{_paragraphs(article, between=ad)}'
        '<p><strong>Read also: <a href="/z">Ten hurt in a crash on Sunday</a></strong></p></div><div '
        'class="td_block_related_posts"><h4>RELATED ARTICLES</h4><h3>Another Sunday story</h3></div><div '
        'class="comments" id="comments"><h3>LEAVE A REPLY</h3></div></article>',
    )


def broadcaster(article: Article) -> str:
    """Media blocks within the text, a list of links above it."""
    first, *rest = article.body
    embed = (
        '<div class="wsw__embed"><div class="media-block related"><h4>READ MORE: <span>Sunday In The Capital</span></h4>'
        "</div></div>"
    )
    return _wrap(
        article,
        f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{article.day} 06:30:00Z"}}</script>',
        '<div class="hdr"><ul><li>Accessibility links</li><li><a>Skip to main content</a></li></ul></div><div id="page">'
        f'<div class="hdr-container"><div class="category"><a>Belarus</a></div><h1 class="title pg-title">'
        f'{escape(article.title)}</h1><div class="publishing-details"><div class="published"><span class="date"><time '
        f'pubdate="pubdate" datetime="{article.moment}">{article.day:%B %d, %Y}</time></span></div></div></div><div '
        'class="body-container"><div class="media-block"><figure class="media-image"><figcaption><span class="caption">'
        'Trucks at the border on Saturday morning</span></figcaption></figure></div><div id="article-content"><div '
        f'class="wsw"><p>{escape(first)}</p>{embed}{"".join(f"<p>{escape(p)}</p>" for p in rest)}</div></div></div></div>'
        '<div class="media-block-wrap"><h2 class="section-head">More</h2><ul><li>Sunday concert</li></ul></div>',
    )


def mobile(article: Article) -> str:
    """The light version for telephones."""
    return _wrap(
        article,
        f'<link rel="canonical" href="{article.url}">',
        '<amp-sidebar id="sidebar"><ul><li>Home Sunday</li></ul></amp-sidebar><header class="amp-header">Site</header>'
        f'<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">'
        f'{escape(article.title)}</h1><div class="amp-wp-meta amp-wp-byline">{article.author}</div><div class="amp-wp-meta '
        f'amp-wp-posted-on"><time datetime="{article.moment}">2 years ago</time></div></header><div '
        f'class="amp-wp-article-content">{_paragraphs(article)}</div><footer class="amp-wp-article-footer"><div>'
        "Categories: Sunday News</div></footer></article>",
    )


def divided(article: Article) -> str:
    """No paragraph elements at all."""
    text = _paragraphs(article, '<div class="paragraph"><span>', "</span></div>")
    return _wrap(
        article,
        f'<meta itemprop="datePublished" content="{article.day}">',
        f'<div class="global-nav">Menu</div><div class="article__wrap"><h1>{escape(article.title)}</h1><h2 '
        'class="article__dek">A short summary that stands under the headline of the article.</h2><section '
        f'class="article__body">{text}</section><div class="article__newsletter">Get our Sunday briefing. Sign up.</div>'
        '</div><div class="latest"><h3>Latest</h3><div>Storm on Sunday</div></div>',
    )


def boxed(article: Article) -> str:
    """A box with other years' dates in the middle of the text."""
    first, *rest = article.body
    box = (
        '<div class="factbox"><h3>Timeline</h3><p>On Sunday, June 6, 1999 the two states signed a treaty about borders '
        "and trade.</p><p>On Sunday, June 6, 2010 it was renewed by both sides in the capital.</p></div>"
    )
    text = f"<p>{escape(first)}</p>{box}{''.join(f'<p>{escape(p)}</p>' for p in rest)}"
    return _wrap(
        article,
        f'<meta property="article:published_time" content="{article.day}">',
        f'<main><h1>{escape(article.title)}</h1><div class="story">{text}</div></main>',
    )


def walled(article: Article) -> str:
    """The larger part of the text in an element named after the wall around it."""
    first, *rest = article.body
    return _wrap(
        article,
        f'<meta property="article:published_time" content="{article.day}">',
        f'<main><h1>{escape(article.title)}</h1><div class="story"><p>{escape(first)}</p><div class="paywall-content">'
        f'{"".join(f"<p>{escape(p)}</p>" for p in rest)}</div></div><div class="paywall-offer"><p>Subscribe before Sunday '
        "and read all of our articles for a month.</p></div></main>",
    )


SYSTEMS: dict[str, Callable[[Article], str]] = {
    make.__name__: make for make in (drupal, hashed, components, magazine, broadcaster, mobile, divided, boxed, walled)
}
