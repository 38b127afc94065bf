"""Open data: the model → CSV, JSON, Data Package, Excel, Atom, iCalendar. Pure: no clock, no disk."""
