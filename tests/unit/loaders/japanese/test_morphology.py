"""The analyser of words: the same words whoever asks at the same time."""

from concurrent.futures import ThreadPoolExecutor

from loaders.japanese.morphology import readings_of, words_of


def test_several_threads_may_ask_at_once() -> None:
    """Files are read in threads beside the pages: each gets its words, and nobody is turned away."""
    texts = [f"会長の山田太郎さんが{number}回目のサロンを開いた。" * 20 for number in range(200)]

    with ThreadPoolExecutor(max_workers=4) as threads:
        found = list(threads.map(words_of, texts))
        readings = list(threads.map(readings_of, ["山田", "太郎", "松本"] * 50))

    assert ["".join(word.text for word in words) for words in found] == texts
    assert all("姓" in known or "名" in known for known in readings)


def test_a_word_s_name_is_told_with_it() -> None:
    """姓 and 名 for persons' names, nothing for other words."""
    assert [(word.text, word.name) for word in words_of("会長の山田太郎")] == [("会長", ""), ("の", ""), ("山田", "姓"), ("太郎", "名")]
