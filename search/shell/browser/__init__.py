"""The full screen: an adapter from keys to lines, and a pure view of a session."""
