"""Which words tell of an event, and of which kind."""
