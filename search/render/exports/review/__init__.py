"""The press review: an answer, or chosen articles, as one page of HTML to read, to print and to hand on."""
