"""What the texts of a case say in our own words: sentences, and the names, dates and numbers in them."""
