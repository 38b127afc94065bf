"""Statutes, account charts and parameters by effective date: data files and their readers. Also what had to be published by when."""
