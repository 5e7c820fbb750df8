"""Offices of long-term care and their services, as every register and list of them is read. No source of its own."""
