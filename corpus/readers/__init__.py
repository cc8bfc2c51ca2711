"""One module for each format, with a function `articles`: see `corpus.formats`, whose table names them."""
