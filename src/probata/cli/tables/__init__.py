"""The tables of `probata show`: rows from records and from queries of the graph."""
