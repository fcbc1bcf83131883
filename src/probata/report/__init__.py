"""The private report: what was found in a case, what proves what, and how the case stands, for those who prepare it.

Takes a case with all that was found in it, gives one page that opens by itself, one workbook, and a CSV file for each
list. Nothing of it is for others.
"""
