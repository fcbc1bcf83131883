"""The command line: one command a file. It parses, calls the pipeline and prints; it decides nothing.

The clock, the environment and the terminal are met here and nowhere else.
"""
