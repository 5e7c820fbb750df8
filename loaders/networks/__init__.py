"""Files of things and the ties between them, as network tools write them: read and written alike. No source of its own."""
