"""What an analyst plots, what is told already, and how much of it a reader sees first.

`filters.FILTERS` is the list, in order. A mention is off the timeline when it did not happen (`unreal`), lasts
(`lasting`), is told in passing (`background`) or already (`repeats`), only carries what is told by another word
(`carried`, `sayings`, `verbs`; `voices` says whose words are news), or names nobody (`unnamed`). `importance` ranks
what stays; `plot` is what the filters look at.
"""
