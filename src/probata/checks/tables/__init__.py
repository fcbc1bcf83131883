"""What the tables of a case hold beside what is said of them."""
