"""Pictures drawn from records: a time axis, bar charts, an organisation chart.

Takes the graph of what readers of a forum may see, or a table of figures; gives the `Picture` blocks of a document.
Black and grey alone, told apart by shape and hatching, so that a copy from a printer says the same.
"""
