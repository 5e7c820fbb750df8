"""What Kumu calls its sheets, lists and fields."""

from loaders.networks.fields import THINGS, TIES, Dialect, columns

SOURCE = "kumu"
"""Name of the loader."""
ELEMENTS, CONNECTIONS = "elements", "connections"
"""Lists of a blueprint; sheets of a workbook, in whatever case."""
KUMU: Dialect = (("relationship", ("Type", "connection type")), ("direction", ("Direction",)))
"""Fields of a connection that other tools call otherwise."""
OF_ELEMENTS = columns(THINGS, (), ("label",))
OF_CONNECTIONS = columns(TIES, KUMU, ("source", "target"))
