"""What was published: the ledger."""
