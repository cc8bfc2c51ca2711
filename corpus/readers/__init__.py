"""One module for each format that is read, in a folder for each kind, and what they share: the record, trees of markup."""
