"""Who does it, to whom and where: names, and whom pronouns and descriptions mean."""
