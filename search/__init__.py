"""What people type and see: the query language, the searcher, the pages, the command and the shell."""
