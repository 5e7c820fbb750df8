"""Our own template: a workbook that a coordinator fills in, and in which the graph goes out and comes back."""

from loaders.workbook.loader import WorkbookLoader
from loaders.workbook.write import EXPORTERS as EXPORTERS

LOADER = WorkbookLoader()
