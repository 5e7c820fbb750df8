"""Case studies: reports on community support, tables and narratives, read into bodies, councils, services and ties.

`read` makes lines of the file, whatever its format; `transform` finds the cases in them, and in each case what its passages state.
README.md says what is read and how the rules are organised.
"""

from loaders.case_studies.loader import CaseStudies

LOADER = CaseStudies()
