"""Checks of documents as composed, a subject a file; the pages of its checks stand beside it."""
