"""What the text around an expression says of its days.

- Which year or day is meant by a date that leaves it open: `frames`, `lines`, `lone_hours`, `quotations`, `edges`.
- Whether the text tells a history or news: `history`, `recent_history`, and `moved_past` and `hindsight` in a
  history.
- Events that give a day: `dated_events`, `deeds`, `retold`, and `across` articles.
- `outcome` is what resolving an expression gives, and `join` makes one of several.
"""
