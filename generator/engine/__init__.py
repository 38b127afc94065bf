"""Machinery that knows nothing of villages."""
