"""Sentences that documents make of structured records, each language by its own grammar."""
