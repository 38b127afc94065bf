"""Arranges judged records into county, township and village: the frozen model that pages are rendered from."""
