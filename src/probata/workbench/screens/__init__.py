"""One screen a file, its template beside it. Each gives its `ROUTES`; none knows a kind of record by name."""
