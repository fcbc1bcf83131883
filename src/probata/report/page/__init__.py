"""The page: one HTML file that needs no other file and no network, and works without its script."""
