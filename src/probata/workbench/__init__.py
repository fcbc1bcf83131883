"""The workbench: a case in the browser of the same machine. Screens call the pipeline and `edits`, and nothing else."""
