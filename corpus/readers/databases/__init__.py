"""The exports of the databases of the press, and what they share: lines that say when and where."""
