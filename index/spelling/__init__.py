"""Words that are spelt in a way that a query asks for, and how many of them a query may ask for."""
