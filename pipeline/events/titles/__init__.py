"""A headline for every mention."""
