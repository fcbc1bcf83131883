"""The steps, one a file, each from one format to the next."""
