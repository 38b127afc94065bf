"""Statutes, account charts and parameters by effective date, as data files and their readers; what was due when."""
