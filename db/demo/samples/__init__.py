"""Layer two: made-up people and what they do. Nobody here is real; every row is marked as sample."""
