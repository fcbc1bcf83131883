"""The engine for forums and offices with a style sheet of their own (`print.css`): HTML laid out by WeasyPrint."""
