"""Made-up records of a village for a year: valid, tied to one another, and no two alike. One module per kind."""
