"""Records that are there, complete and joined: what a forum requires and an allegation needs."""
