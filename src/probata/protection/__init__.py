"""Nobody is put at risk: identities apart from the case, and finished files searched for what they must not hold."""
