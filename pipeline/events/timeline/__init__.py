"""What an analyst plots, what is told already, and how much of it a reader sees first."""
