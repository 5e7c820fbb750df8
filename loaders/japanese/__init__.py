"""Japanese text as every source reads it: words, and a cleaned view that knows where each character stood. No source by itself."""
