"""Pages about 承诺: one of them, and all of a place."""
