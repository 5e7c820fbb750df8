"""Tables as files hold them (CSV, XLSX, ODS, XLS), read alike for every source: cells, heads, rows, values. No source of its own."""
