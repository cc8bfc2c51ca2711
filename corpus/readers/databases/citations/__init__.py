"""Articles in exports of bibliographies, which have their abstracts: a module for each format."""
