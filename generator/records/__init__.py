"""Typed records: one file per kind, the only place where text becomes money, days and counts."""
