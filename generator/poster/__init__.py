"""The notice board: a record as a large sheet of paper, and the browser that prints it."""
