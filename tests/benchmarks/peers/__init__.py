"""The peers as a person would set them up for the same questions: the chains of `tests.relevance.peers`, texts kept."""
