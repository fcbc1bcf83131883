"""What bears an allegation: its evidence, the tests that it meets, the law that binds, and what a forum asks for."""
