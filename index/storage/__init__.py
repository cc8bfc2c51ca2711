"""The files of an index beside those of its engine: the manifest, the catalog of files and articles, the seal."""
