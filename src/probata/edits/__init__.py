"""Changing the records of a case in its own files, text or workbook: which files there shall be. Nothing is written."""
