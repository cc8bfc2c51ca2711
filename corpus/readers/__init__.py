"""One module for each format that is read, with a function `articles`, and what these modules share: columns, rows, values."""
