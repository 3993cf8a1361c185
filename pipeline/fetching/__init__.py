"""Web addresses to files, on the user's word alone: pages, and the pages that a feed names.

    with Fetcher(root, allow_private=False, refresh=False) as fetcher:
        for found in fetcher.fetch(urls):    # a Path on the store's shelf, or an Issue that names address and reason

A page that stands on the shelf is not fetched again unless `refresh` is set, and then only if the server says that it
has changed; so a run that was stopped goes on where it was. Feeds are asked every time, and only new entries fetched.
"""

from pipeline.fetching.fetcher import Fetcher, is_address
from pipeline.fetching.problem import FetchError

__all__ = ["FetchError", "Fetcher", "is_address"]
