"""Pure date arithmetic on the proleptic Gregorian calendar. Standard library only; imports nothing of ours."""
