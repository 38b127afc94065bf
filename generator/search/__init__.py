"""The search index: documents → script files that a browser loads one by one, also from a disk or a USB stick.

How it works, from the page's side. A township's search page knows for each year the name of a *head* (`index.py`).
The head names shards of *postings* (`postings.py`: which documents hold a token) and of *hit texts* (title, place, date,
and the searchable text of each document). A query fetches a few posting shards, intersects them, fetches the newest
candidates' hit texts, and shows only those that really hold what was asked. Small villages come as one *bundle* instead
(`bundle.py`). What counts as a token is said in `tokens.py`, and once more in theme/assets/search.js.
"""
