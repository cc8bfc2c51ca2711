"""What a person keeps of a search, in text files that people edit: saved searches, notes and tags."""
