"""Documents: typed answers in, bytes out. Changes nothing, asks nothing of the database."""
