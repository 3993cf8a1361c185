"""What stands on the page, one module a panel."""
