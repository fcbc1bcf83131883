"""Sources and citations: what supports an allegation, and whether anybody has seen it."""
