"""What an answer is studied by, as a computation: nothing here is printed.

A study takes a `Searcher` and a line, and returns a value, which a command shows and `search.render` dresses.
"""
