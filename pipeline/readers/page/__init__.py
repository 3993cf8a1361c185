"""Web pages: the article in them, with its headline, captions and boxes, and what they say about themselves."""
