"""Which temporal expression dates which mention: the rules, in `rules.RULES`, and the trained linker."""
