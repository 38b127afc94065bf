"""Pages about money: the accounts of one period, and those of a year."""
