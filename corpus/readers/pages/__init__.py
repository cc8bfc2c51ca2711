"""Pages of the web as a browser or a program saved them."""
