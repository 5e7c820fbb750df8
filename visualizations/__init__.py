"""Pictures of the graph: each view turns rows of a query into one HTML document that works without a network.

A view is one module in `views/` with a `VIEW`; the registry finds it by looking at the folder. What all views share
lies beside it: what goes in (`contract`), how things look (`appearance`), where they lie (`layout`), and how the
document is put together (`render`).
"""
