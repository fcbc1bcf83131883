"""The command line, one command a file: parses, calls the pipeline, prints. Clock and environment stay in here."""
