"""How records stand in a data file: a layout a file, and how to tell which a file has."""
