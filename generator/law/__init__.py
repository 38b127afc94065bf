"""Statutes, account charts and parameters by date, as data files with their readers. It also tells what was due when."""
