"""The shapes in which the API answers, one file per resource."""
