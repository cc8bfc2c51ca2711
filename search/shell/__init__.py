"""The interactive shell: `step` is all of it, `app` puts it on a terminal."""
