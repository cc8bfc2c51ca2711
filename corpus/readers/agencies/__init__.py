"""What news agencies deliver: NITF, NewsML 1.2 and NewsML-G2; the JSON of ninjs is read by its keys."""
