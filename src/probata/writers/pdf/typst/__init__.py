"""The engine of every PDF whose forum brings no style sheet of its own: a program of Typst that is handed the tree as data."""
