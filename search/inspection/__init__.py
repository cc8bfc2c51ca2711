"""What would be read of some files, before anything is indexed; and the formats that are read."""
