"""Bundles as tests change them: taken apart, one part otherwise, and put together again with or without a new manifest."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from loaders.bundle.format import MANIFEST, sealed
from loaders.whole_files import archive


def parts_of(bundle: Path) -> dict[str, bytes]:
    """Name → content of every file in it, the manifest too."""
    with ZipFile(BytesIO(bundle.read_bytes())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def put_together(parts: Mapping[str, bytes], out: Path) -> Path:
    """A ZIP of these parts as they are."""
    out.write_bytes(archive(parts))
    return out


def sealed_anew(parts: Mapping[str, bytes], out: Path) -> Path:
    """A ZIP of these parts with a manifest that fits them: what somebody makes who changes a bundle and hides it."""
    return put_together(sealed({name: content for name, content in parts.items() if name != MANIFEST}), out)


def changed(bundle: Path, name: str, change: Callable[[str], str], out: Path, *, sealing: bool = True) -> Path:
    """The same bundle with one file otherwise."""
    parts = parts_of(bundle)
    before = parts[name].decode("utf-8")
    parts[name] = change(before).encode()
    assert parts[name] != before.encode(), f"nothing was changed in {name}"
    return sealed_anew(parts, out) if sealing else put_together(parts, out)
