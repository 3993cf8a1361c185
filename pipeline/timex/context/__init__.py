"""What the text around an expression says of its days: scenes, histories, speeches, events told elsewhere."""
