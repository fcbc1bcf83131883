"""What somebody changed in a made Word file: found, put to the record that it belongs to, and taken over."""
