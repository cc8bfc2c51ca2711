"""The engines that every machine has: a test that names no cluster runs on these."""

from index.engines import BACKENDS

LOCAL_ENGINES = tuple(backend.name for backend in BACKENDS if backend.is_local)
