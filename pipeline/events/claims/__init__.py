"""Who says so, and how sure it is."""
