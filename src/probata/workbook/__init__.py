"""The records of a case as one workbook of Excel: a full equal of the folder of text files.

`shape` tells from the schema of a kind what its fields may hold; `headings` calls a field by plain words and back;
`sheets` says which lists have a sheet of their own; `cells` writes a value into a cell and reads it.
`read_workbook_case` gives what the reader of a folder gives; `write_workbook` makes a new workbook,
`change_records` and `change_fields` change the cells of one that is there.
"""
