"""Arranges judged records by county, township and village, into the frozen model from which pages are rendered."""
