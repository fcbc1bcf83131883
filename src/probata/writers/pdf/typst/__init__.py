"""The engine of every PDF but those with a style sheet: a program of Typst that is handed the tree as data."""
