"""Exhibits as pages, and brief, annexes and exhibits as one PDF whose marks lead to its pages."""
