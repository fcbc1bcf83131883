"""Tests of the citation stage."""
