"""The password of an embedded engine: made once for its folder, and read by nobody but the folder's owner."""

import os
import secrets
from pathlib import Path


def password_of(folder: Path) -> str:
    """The password made for a folder."""
    return (folder / "password").read_text(encoding="utf-8")


def make_password(folder: Path) -> None:
    """Make one, where there is none; whole or not at all, for an engine remembers the first one it is given."""
    password = folder / "password"
    if not password.exists() or not password.stat().st_size:
        partial = folder / "password.new"
        partial.unlink(missing_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(24))
        partial.replace(password)
