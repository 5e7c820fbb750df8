"""The bundled example: seven regions of a published report, retold in our own words, so that a first look needs no data."""
