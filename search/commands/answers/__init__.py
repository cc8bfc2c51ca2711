"""Commands that answer a query, or show what it found."""
