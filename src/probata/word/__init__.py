"""Word's documents as they are found: opened safely, and read without what hides or doubles their text."""
