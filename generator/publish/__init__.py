"""From finished pages to a published site: the host, the gate, the release, the ledger."""
