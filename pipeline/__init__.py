"""Reads news articles, dates what happened in them, and says why. `pipeline.flow` holds the order of the stages."""
