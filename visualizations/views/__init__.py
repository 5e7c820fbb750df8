"""The views, one module each; the module's name is the view's name."""
