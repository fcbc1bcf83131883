"""What texts say, compared with the records: sentences, what they name and claim, and rules as rows."""
