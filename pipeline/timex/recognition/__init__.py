"""Text -> local expressions: what the words alone say, with exact extents."""
