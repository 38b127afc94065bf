"""The search index: turns documents into script files. A browser loads them one by one, also from a disk or USB stick.

This is how the page uses it. A township's search page knows the name of a *head* for each year (`index.py`).
The head names shards of *postings* (`postings.py`: which documents hold a token) and of *hit texts* (title, place, date,
and the searchable text of each document). A query fetches a few posting shards, intersects them, and fetches the newest
candidates' hit texts. It shows only those that really hold the words. A small village is one *bundle* instead
(`bundle.py`). `tokens.py` says what a token is, and theme/assets/search.js says it again for queries.
"""
