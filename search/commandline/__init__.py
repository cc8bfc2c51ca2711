"""The parts that the commands share: their options, the index that they are about, the standard streams."""
