"""What a network file is called: the name stays the same from one version of it to the next."""

import re
import unicodedata
from pathlib import PurePath

_DAY = re.compile(
    r"[-_ .(]*(?<![A-Za-z0-9])(?:20\d\d|令和\d{1,2}|平成\d{1,2}|[RH]\d{1,2})"
    r"(?:[-_.年/]?(?:1[0-2]|0?[1-9])(?:[-_.月/]?(?:3[01]|[12]\d|0?[1-9])日?)?)?(?!\d)"
    r"(?:年度|年|月)?(?:現在|時点|更新|版)?[)]*"
)
_COPY = re.compile(r"[-_ ]*(?:[(]\d+[)]|コピー|のコピー|copy|v\d+(?:\.\d+)*|最新|最新版|final)$", re.IGNORECASE)


def stem_of(file: str) -> str:
    """A file's name without its ending, its dates and the marks of copies: 支え合いマップ_20260401 (2).xlsx → 支え合いマップ."""
    plain = unicodedata.normalize("NFKC", PurePath(file).stem)
    before = ""
    while before != plain:
        before = plain
        plain = _COPY.sub("", _DAY.sub("", plain)).strip(" -_.")
    return plain or "network"
