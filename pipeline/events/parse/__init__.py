"""The tree of a sentence: questions about it, and slips of the parser set right once for every rule."""
