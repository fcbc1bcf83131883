"""Checks of words and signs, a subject a file; the pages of its checks stand beside it."""
