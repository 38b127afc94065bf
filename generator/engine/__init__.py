"""Machinery for files, processes and releases that knows nothing of villages."""
