"""What everything stands on: places in files, findings, money, dates, digests. Imports nothing of ours."""
