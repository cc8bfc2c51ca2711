"""JSON: one article an object, in what services and tools put around it."""
