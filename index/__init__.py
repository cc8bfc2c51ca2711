"""What can be asked: an index of articles, and the questions it answers.

`index.opening` opens an index, `index.build` makes one, `index.check` verifies one.
"""
