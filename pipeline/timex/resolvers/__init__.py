"""Local expressions -> values and days: one module a kind of expression."""
