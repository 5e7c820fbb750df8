"""The second reader: asks an OpenAI-compatible endpoint of the user's own what a case states.

The only module that sends anything, and it sends only what `case_text` has masked.
"""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from graph.errors import LoadStopped
from graph.notices import Tell
from loaders.case_studies.extractors.answers import AnswerUnusable, proposals_of
from loaders.case_studies.extractors.case_text import first_line, parts_of
from loaders.case_studies.extractors.client import Client, FormRefused
from loaders.case_studies.extractors.contract import SECOND_READER, CaseText, Proposals, Unusable
from loaders.case_studies.extractors.prompt import answer_schema, instructions, question
from loaders.case_studies.extractors.sending_log import Sending, SendingLog, checksum
from loaders.case_studies.settings import SecondReaderSettings


def forms() -> tuple[dict[str, Any], ...]:
    """The forms of the answer that are asked for: the schema, and of endpoints that do not know it any JSON object."""
    schema = {"name": "proposals", "strict": True, "schema": answer_schema()}
    return {"type": "json_schema", "json_schema": schema}, {"type": "json_object"}


class SecondReader:
    """An extractor that asks an endpoint; closes its connection when left.

    Args:
        settings: where and how to ask.
        file: name of the file that is read, for the log.
        sleep: waits between attempts.
    """

    name = SECOND_READER

    def __init__(self, settings: SecondReaderSettings, file: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._file = file
        self._log = SendingLog(settings.log)
        self._client = Client(settings, sleep=sleep)
        self._form = 0

    def __enter__(self) -> "SecondReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def announce(self, texts: Sequence[CaseText], tell: Tell) -> None:
        """Say where what will go, before anything goes.

        Raises:
            LoadStopped: it is more than one load may send.
        """
        sent = [characters for text in texts for characters in self._characters(text)]
        settings = self._settings
        if len(sent) > settings.most_requests or sum(sent) > settings.most_characters:
            raise LoadStopped(
                "case_studies.second_reader.above_ceiling",
                file=self._file,
                requests=len(sent),
                characters=sum(sent),
                most_requests=settings.most_requests,
                most_characters=settings.most_characters,
            )
        tell(
            "second_reader.sending",
            file=self._file,
            url=settings.endpoint,
            model=settings.model,
            requests=len(sent),
            characters=sum(sent),
            log=settings.log,
        )

    def propose(self, text: CaseText) -> Proposals:
        """What the endpoint answers about each part of the case.

        Raises:
            LoadStopped: the endpoint does not answer as it should.
        """
        found = Proposals()
        for part in parts_of(text, self._settings.part):
            try:
                found = found.joined(proposals_of(self._answer(text, part)))
            except AnswerUnusable as reason:
                found = found.joined(Proposals(unusable=(Unusable(reason=reason.reason, line=first_line(part)),)))
        return found

    def _characters(self, text: CaseText) -> list[int]:
        return [len(instructions()) + len(question(text.name, part)) for part in parts_of(text, self._settings.part)]

    def _answer(self, text: CaseText, part: str) -> str:
        """The words of the answer about one part, in the strictest form that the endpoint knows."""
        while True:
            try:
                return self._content(self._asked(text, part))
            except FormRefused as reason:
                if self._form + 1 == len(forms()):
                    raise LoadStopped("case_studies.second_reader.refused", host=self._settings.host, status=reason.args[0]) from reason
                self._form += 1

    def _asked(self, text: CaseText, part: str) -> bytes:
        asked = question(text.name, part)
        characters = len(instructions()) + len(asked)
        body = {
            "model": self._settings.model,
            "messages": [{"role": "system", "content": instructions()}, {"role": "user", "content": asked}],
            "temperature": 0,
            "response_format": forms()[self._form],
        }

        def before(attempt: int) -> None:
            self._log.note(
                Sending(
                    host=self._settings.host,
                    url=self._settings.endpoint,
                    model=self._settings.model,
                    file=self._file,
                    case=text.name,
                    attempt=attempt,
                    characters=characters,
                    instructions_sha256=checksum(instructions()),
                    text=asked,
                )
            )

        return self._client.ask(body, characters=characters, before=before)

    def _content(self, answer: bytes) -> str:
        """The words in the envelope of the protocol.

        Raises:
            LoadStopped: it is no such envelope.
            AnswerUnusable: it was cut off, or the model refused to answer.
        """
        try:
            choice = json.loads(answer)["choices"][0]
            content, ended = choice["message"].get("content"), choice.get("finish_reason")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as reason:
            raise LoadStopped("case_studies.second_reader.not_protocol", host=self._settings.host) from reason
        if ended == "length":
            raise AnswerUnusable("answer_cut")
        if not isinstance(content, str) or not content.strip():
            raise AnswerUnusable("answer_empty")
        return content
