"""What an index keeps beside the files of its engine: the manifest, the catalog of files and articles, the seal."""
