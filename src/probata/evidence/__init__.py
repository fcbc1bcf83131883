"""Held copies of sources: kept by their content with their custody, read, and compared with what is said of them."""
