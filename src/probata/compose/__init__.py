"""CaseGraph, profile and template to a document tree. The home of the template engine."""
