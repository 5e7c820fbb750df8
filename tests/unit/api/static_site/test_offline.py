"""A page as it lies in a folder."""

from api.static_site.offline import offline

PAGE = """<!doctype html><html><body><nav><p class="where">町</p><details><summary>ページ</summary><div class="pages">
<p>ある</p><a href="/there">一</a><a href="/elsewhere">二</a><p>ない</p><a href="/elsewhere">三</a></div></details></nav>
<footer>末尾</footer></body></html>"""


def test_a_heading_that_stands_above_no_page_goes_with_its_links() -> None:
    """What leads to a file stays under its heading, also where the navigation can be folded."""
    found = offline(PAGE, "index.html", {"/there": "there.html"}, told=str, copied="").html.decode()

    assert 'href="there.html"' in found
    assert [one in found for one in ("町", "ある", "一", "二", "ない", "三")] == [True, True, True, False, False, False]
