"""Checks of records, a subject a file; the pages of its checks stand beside it."""
