"""Plain texts and Markdown, one article a file."""
