"""The engine for forums with a style sheet of their own (`print.css`): HTML laid out by WeasyPrint."""
