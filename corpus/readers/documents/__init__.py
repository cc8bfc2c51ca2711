"""Documents that a person wrote or saved: of word processors, PDF, EPUB."""
