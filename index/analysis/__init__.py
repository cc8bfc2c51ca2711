"""The French of the index: from text to terms, for articles and queries alike."""
