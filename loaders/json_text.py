"""JSON as files hold it: whole, of sensible depth, and of signs that can be kept."""

import json
import re
from typing import Any

_HALF_A_SIGN = re.compile(r"[\ud800-\udfff]")
_WRITTEN_AS_A_NUMBER = re.compile(r"\\u[dD][89a-fA-F]")


def json_of(text: str | bytes) -> Any:
    r"""What a JSON text says.

    Raises:
        ValueError: it is no JSON (json.JSONDecodeError with its line), no UTF-8, too deep, or holds half of a sign (\ud800), which
            no database keeps.
    """
    plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text
    try:
        found = json.loads(plain)
    except RecursionError as reason:
        raise ValueError("too deep") from reason
    if _WRITTEN_AS_A_NUMBER.search(plain) and (half := _HALF_A_SIGN.search(json.dumps(found, ensure_ascii=False))):
        raise ValueError(f"half of a sign: {half[0]!r}")
    return found
