"""Whether a disk is full: the engine itself says only that a commit failed (graph/decisions/0004)."""

import errno
import shutil
from pathlib import Path

FULL_BELOW_BYTES = 16_000_000
"""The engine grows its files by megabytes: with less than this free, what failed failed for want of space."""
NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_full(folder: Path) -> bool:
    """Whether the disk under a folder has no room left for the engine."""
    try:
        return shutil.disk_usage(folder).free < FULL_BELOW_BYTES
    except OSError:
        return False


def says_full(reason: OSError) -> bool:
    """Whether the operating system refused for want of space."""
    return reason.errno in NO_SPACE
