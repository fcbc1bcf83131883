"""Foreign data to records, and records to foreign data: sources in the forms of reference managers and spreadsheets."""
