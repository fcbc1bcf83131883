"""Ratios that say whether the program is fast enough; run by `make bench`, no part of the tests."""
