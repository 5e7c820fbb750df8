"""Extractors: who reads a case. The rules always do; a second reader of the user's own only where a load asks for it.

`contract.py` says what an extractor promises; `accepting.py` decides what of its proposals enters.
"""
