"""The base of all rooms: places in files, findings, money, dates, digests. It imports nothing from other rooms."""
