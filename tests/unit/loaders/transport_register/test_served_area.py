"""The part of a municipality that a register names."""

import pytest

from loaders.transport_register.served_area import part_of


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("見本市", None),
        ("見本市全域", None),
        ("見本市内一円", None),
        ("見本市区域全域(東、西、南)", None),
        ("見本市全域(離島を除く)", "全域(離島を除く)"),
        ("見本市（旧東町に限る）", "旧東町に限る"),
        ("見本市東区域", "東区域"),
        ("見本市 東地区", "東地区"),
        ("島根県見本郡見本市の東地区", "東地区"),
        ("東地域・西地域", "東地域・西地域"),
        ("東地区(" + "・".join(["集落"] * 20) + ")", "東地区"),
        ("①起点 見本市1番地~終点 見本市2番地", None),
        ("【路線】東線", None),
        ("東地区\n西地区", None),
        ("", None),
        ("あ" * 41, None),
    ],
)
def test_short_wordings_are_parts_and_lists_are_not(text: str, part: str | None) -> None:
    """The whole, a list of routes or a long enumeration names no part."""
    assert part_of(text, "見本市") == part


def test_each_of_several_municipalities_has_its_own_part() -> None:
    """What stands behind a name, up to the next, belongs to it; a municipality that is not named has none."""
    text = "東市、西市北地区、南町(旧中村に限る)"
    assert part_of(text, "東市", ("西市", "南町")) is None
    assert part_of(text, "西市", ("東市", "南町")) == "北地区"
    assert part_of(text, "南町", ("東市", "西市")) == "旧中村に限る"
    assert part_of(text, "中町", ("東市", "西市", "南町")) is None
