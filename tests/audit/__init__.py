"""`python -m tests.audit`: every page kind of the demonstration county against its budgets, in Debian's Chromium.

`kinds` says which pages there are, `county` builds them, `screen`, `traffic`, `links` and `markup` measure,
`row` holds the budgets, `audit` puts one page kind's figures together.
"""
