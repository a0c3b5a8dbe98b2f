"""Selection: pure functions over records."""
