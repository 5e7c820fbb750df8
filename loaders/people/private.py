"""Private persons: text that names one next to address, telephone, birth date or care level is set aside unread."""

import re

from loaders.japanese.cleaning import MASK

PERSON = re.compile(r"[一-龯]{1,3}[　 ]?[一-龯ぁ-ん]{1,3}(さん|様|氏|君)(?![一-龯])|(氏名|名前|ご本人|利用者)[:　 ]")
PRIVATE = re.compile(
    r"0\d{1,4}-\d{1,4}-\d{3,4}"  # telephone
    r"|\d{1,4}番地|\d+丁目\d+|\d{1,3}-\d{1,3}-\d{1,3}|住所[:　 ]"  # address
    r"|(明治|大正|昭和|平成)\d{1,2}年\d{1,2}月\d{1,2}日生|生年月日"  # birth date
    r"|要介護\s?[1-5](?=の|で|、|。|\))|要支援\s?[12](?=の|で|、|。|\))"  # care level
)


def is_private(text: str) -> bool:
    """Whether a sentence, its names masked, speaks of a person together with something that belongs to the private life."""
    return bool((MASK in text or PERSON.search(text)) and PRIVATE.search(text))
