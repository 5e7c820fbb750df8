"""A bundle opened without trust: whatever is hostile, damaged or incomplete is refused with place, reason and advice."""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from graph.errors import LoadStopped
from graph.holdings import Holdings
from graph.messages import LANGUAGES, Messages
from loaders.bundle import Bundle
from loaders.bundle import opening as opening_module
from loaders.bundle.format import FILES, MANIFEST, NEEDED, NODES, README
from loaders.bundle.opening import opened
from tests.bundles import changed, parts_of, put_together, sealed_anew


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of nothing."""
    (file,) = Bundle().write(Holdings(), tmp_path / "bundle.zip", "ja").files
    return file


def refusal(path: Path) -> LoadStopped:
    """How it is refused; worded whole in both languages, with something to do."""
    with pytest.raises(LoadStopped) as raised:
        opened(path)
    for language in LANGUAGES:
        words = Messages(("graph",), language)
        for said in (words.what_happened(raised.value), words.what_to_do(raised.value)):
            assert said
            assert "{" not in said
            assert raised.value.key not in said
    return raised.value


def test_what_was_written_is_opened(bundle: Path) -> None:
    """Every file but the manifest, whole."""
    assert opened(bundle).files == {name: content for name, content in parts_of(bundle).items() if name != MANIFEST}
    assert set(NEEDED) <= opened(bundle).files.keys()


@pytest.mark.parametrize("name", ["../outside.csv", "/etc/outside.csv", "networks/../../outside.csv", "C:outside.csv", "a\\outside.csv"])
def test_a_name_that_leads_out_is_refused_and_nothing_is_unpacked(bundle: Path, name: str, tmp_path: Path) -> None:
    """Also with a manifest that announces it."""
    parts = parts_of(bundle) | {name: b"x"}
    before = sorted(tmp_path.parent.rglob("*"))

    error = refusal(sealed_anew(parts, bundle))

    assert (error.key, error.values["place"]) == ("bundle_names_differ", name)
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_one_name_twice_is_refused(bundle: Path) -> None:
    """Two programs would read two contents."""
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(bundle, "a") as archive:
        archive.writestr(NODES, b"other")

    assert refusal(bundle).values["place"] == NODES


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_part_is_named(bundle: Path, name: str) -> None:
    """Whether the manifest still announces it or not."""
    parts = {one: content for one, content in parts_of(bundle).items() if one != name}

    for path in (put_together(parts, bundle), sealed_anew(parts, bundle)):
        error = refusal(path)
        assert (error.key, error.values["place"]) == ("bundle_names_differ", name)


def test_a_changed_part_is_named(bundle: Path, tmp_path: Path) -> None:
    """One letter, and as many as before."""
    other = changed(bundle, README, lambda text: text.replace("地域", "区域", 1), tmp_path / "other.zip", sealing=False)

    error = refusal(other)

    assert (error.key, error.values["place"]) == ("bundle_part_differs", README)


def test_a_part_that_was_not_announced_is_named(bundle: Path) -> None:
    """What nobody sealed is not read."""
    assert refusal(put_together(parts_of(bundle) | {"more.csv": b"x"}, bundle)).values["place"] == "more.csv"


def test_a_bomb_is_refused_before_it_is_unpacked(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the limit: by what the archive says of itself."""
    monkeypatch.setattr(opening_module, "UNPACKED_BYTES", 2**20)
    with ZipFile(bundle, "a", ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv", bytes(2**21))

    assert refusal(bundle).key == "bundle_too_large"


def test_a_bomb_that_lies_about_its_size_is_cut_short(bundle: Path) -> None:
    """The archive says 10 bytes: no more than the manifest announces is read, and then it is refused."""
    parts = parts_of(bundle) | {"bomb.csv": bytes(2**22)}
    content = sealed_anew(parts, bundle).read_bytes()
    manifest = json.loads(parts_of(bundle)[MANIFEST])
    manifest["files"]["bomb.csv"]["bytes"] = 10
    lying = (
        put_together({**parts_of(bundle), MANIFEST: json.dumps(manifest).encode()}, bundle)
        .read_bytes()
        .replace(struct.pack("<L", 2**22), struct.pack("<L", 10))
    )
    assert lying != content
    bundle.write_bytes(lying)

    assert refusal(bundle).values["place"] == "bomb.csv"


def test_too_many_files_are_refused(bundle: Path) -> None:
    """No bundle of ours has so many."""
    parts = parts_of(bundle) | {f"more/{number}.csv": b"x" for number in range(FILES)}

    assert refusal(sealed_anew(parts, bundle)).key == "bundle_too_large"


def test_another_compression_is_refused(bundle: Path) -> None:
    """One that could need any memory to be undone."""
    parts = parts_of(bundle)
    with ZipFile(bundle, "w", ZIP_LZMA) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert refusal(bundle).key == "bundle_damaged"


@pytest.mark.parametrize("spoil", [lambda content: content[: len(content) // 2], lambda _: b"", lambda _: b"name,kind\r\n"])
def test_what_is_no_zip_is_refused(bundle: Path, spoil: Callable[[bytes], bytes]) -> None:
    """Cut off, empty, or something else."""
    bundle.write_bytes(spoil(bundle.read_bytes()))

    assert refusal(bundle).key == "bundle_is_no_zip"


def test_bytes_that_were_damaged_on_the_way_are_found_wherever_they_are(bundle: Path, tmp_path: Path) -> None:
    """A bit turned anywhere in the content of the ZIP is no success."""
    content = bundle.read_bytes()
    for place in range(100, len(content), len(content) // 40):
        damaged = bytearray(content)
        damaged[place] ^= 0x10
        path = tmp_path / "damaged.zip"
        path.write_bytes(damaged)
        try:
            found = opened(path).files
        except LoadStopped:
            continue
        assert found == opened(bundle).files, place


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[]", "bundle_part_wrong"),
        ("{", "bundle_part_wrong"),
        ("[" * 100_000, "bundle_part_wrong"),
        ('{"format": "other", "version": 1, "files": {}}', "bundle_part_wrong"),
        ('{"format": "tsunagu-bundle", "version": 2, "files": {}}', "bundle_is_newer"),
        ('{"format": "tsunagu-bundle", "version": 1, "files": {"a": {"bytes": "x", "sha256": 1}}}', "bundle_part_wrong"),
    ],
)
def test_a_manifest_of_another_shape_is_refused(bundle: Path, text: str, key: str) -> None:
    """Another program's, a newer one, no JSON, one that is absurdly deep."""
    error = refusal(put_together(parts_of(bundle) | {MANIFEST: text.encode()}, bundle))

    assert error.key == key


def test_a_zip_without_a_manifest_is_none(bundle: Path) -> None:
    """As every other ZIP."""
    assert refusal(put_together({"a.csv": b"x"}, bundle)).key == "bundle_is_none"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With its name."""
    error = refusal(tmp_path / "nothing.zip")

    assert (error.key, error.values["file"]) == ("bundle_unreadable", tmp_path / "nothing.zip")
