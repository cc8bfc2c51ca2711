"""The digest of BLAKE2 (RFC 7693), from the module that `hashlib` has it from: `hashlib` loads OpenSSL too, in 4 ms."""

try:
    from _blake2 import blake2b
except ImportError:  # a Python that has it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
