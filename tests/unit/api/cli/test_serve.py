"""Who may be shown the graph at which address."""

import pytest

from api.cli.serve import audience_at
from graph.errors import QueryMisused


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.9.9.9"])
@pytest.mark.parametrize(
    ("asked", "allowed"), [(None, "members"), ("public", "public"), ("members", "members"), ("restricted", "restricted")]
)
def test_on_the_own_machine_any_audience_may_be_chosen(host: str, asked: str | None, allowed: str) -> None:
    """Members, unless another is named."""
    assert audience_at(host, asked) == allowed


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])  # noqa: S104 - nothing listens there
def test_beyond_the_own_machine_there_is_the_public_only(host: str) -> None:
    """Whoever asks for more is refused, and not served less than asked for in silence."""
    assert (audience_at(host, None), audience_at(host, "public")) == ("public", "public")
    for asked in ("members", "restricted"):
        with pytest.raises(QueryMisused, match="audience_beyond_this_machine") as raised:
            audience_at(host, asked)
        assert raised.value.values == {"host": host, "audience": asked}
