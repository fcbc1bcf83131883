"""The fonts of every document, and how wide they print a text.

One set of files for the PDF and for the letters in pictures, so that both look the same on every machine.
"""
