"""What libraries give of scanned newspapers: the words of each page (ALTO), the articles of an issue (METS), plain text of Gallica."""
