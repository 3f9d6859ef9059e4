"""URLs -> articles. Nothing here is loaded, and nothing asked, unless a URL is given.

`urls.is_url` tells one from a path, `reading.read_urls` gives the articles, `fetching.fetch` the
answers themselves, `policy.Policy` is what may be fetched and how.
"""
