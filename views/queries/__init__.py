"""Questions to the event table. The only home of duckdb: compact columns in memory, wide rows fetched last."""
