"""The page of one 四议两公开 decision."""
