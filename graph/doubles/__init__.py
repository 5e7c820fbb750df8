"""Names that may be one body: suggested, decided by people, written down in a ledger that can be taken back."""
