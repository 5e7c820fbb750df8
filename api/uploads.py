"""What a form or a program sends: a file of limited size, and the fields beside it; nothing of it is written to the user's disk."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.types import Message, Receive

from api.dependencies import web_settings
from api.settings import UPLOAD_LIMIT
from graph.days import day_given
from graph.errors import QueryMisused
from loaders.contract import Candidate
from loaders.run import Choices

MEGABYTE = 1_000_000
BESIDE_THE_FILE = 64_000
"""Bytes of a request that are not the file: its fields, names and separators. A form without a file is no larger."""
WITH_A_FILE = "multipart/form-data"
READ_ON = 10
"""How many times the limit is still received and thrown away, so that a browser gets the answer and no broken connection."""
MOST_FIELDS = 400
"""A form may have a box to tick for every code of the taxonomy and every district of a municipality."""
LONGEST_NAME = 120
LONGEST_ENDING = 12
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Characters that would make a name look like another."""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A form as it was sent."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """Of a field that was sent several times, the last."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every value of a field, in the order of the form."""
    file: Candidate | None = None


async def sent(request: Request) -> Sent:
    """Receive a form, its file within the limit.

    Raises:
        QueryMisused: the file, or what is sent without one, is larger than the limit.
    """
    limit = web_settings(request).upload_limit_mb
    if request.headers.get("content-type", "").startswith(WITH_A_FILE):
        most, refusal = limit * MEGABYTE + BESIDE_THE_FILE, _too_large(limit)
    else:
        most, refusal = BESIDE_THE_FILE, QueryMisused("sent_too_much", most=BESIDE_THE_FILE // 1000)
    limited = Request(request.scope, _limited(request.receive, most, refusal))
    async with limited.form(max_files=1, max_fields=MOST_FIELDS) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        lists = {name: tuple(value for value in form.getlist(name) if isinstance(value, str)) for name in form}
        files = [value for value in form.values() if isinstance(value, UploadFile)]
        if not files or not files[0].filename:
            return Sent(fields=fields, lists=lists)
        content = await files[0].read()
    if len(content) > limit * MEGABYTE:
        raise _too_large(limit)
    return Sent(fields=fields, lists=lists, file=Candidate(path=Path(plain_name(files[0].filename)), content=content))


def _limited(receive: Receive, most: int, refusal: QueryMisused) -> Receive:
    received = 0

    async def receive_within() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        while received > most:
            if not message.get("more_body") or received > READ_ON * most:
                raise refusal
            message = await receive()
            received += len(message.get("body", b""))
        return message

    return receive_within


def _too_large(limit: int) -> QueryMisused:
    return QueryMisused("upload_too_large", limit=limit, setting=UPLOAD_LIMIT)


def plain_name(name: str) -> str:
    """The name of a file without folders and unseen characters, of bearable length; its ending stays."""
    last = re.split(r"[/\\]", UNSEEN.sub("", unicodedata.normalize("NFC", name)))[-1].strip(" .")
    if len(last) > LONGEST_NAME:
        stem, dot, ending = last.rpartition(".")
        ending = dot + ending if dot and len(ending) <= LONGEST_ENDING else ""
        last = (stem or last)[: LONGEST_NAME - len(ending)] + ending
    return last or "file"


def file_of(form: Sent) -> Candidate:
    """The file of a form.

    Raises:
        QueryMisused: none was chosen.
    """
    if form.file is None:
        raise QueryMisused("no_file_chosen")
    return form.file


def choices_of(form: Sent) -> Choices:
    """What whoever sends a file says about it: `source` and `as_of`, where they are filled in.

    Raises:
        QueryMisused: the day is none.
    """
    return Choices(source=form.fields.get("source") or None, as_of=day_given("as_of", form.fields.get("as_of")))


Form = Annotated[Sent, Depends(sent)]
