"""Names that would be something else than text wherever a page, a picture or a table forgets that they are text."""

HOSTILE_NAMES = (
    "<script>ran=1</script>",
    "</script><script>ran=1</script>",
    "<img src=x onerror=ran=1>",
    "<svg onload=ran=1>",
    "<svg><animate onbegin=ran=1 attributeName=x dur=1s>",
    '"><b id=injected>',
    "' onmouseover='ran=1",
    "<iframe srcdoc='<script>top[`ran`]=1</script>'></iframe>",
    "<style>*{display:none}</style>",
    "</style><link rel=stylesheet href=//evil.example/a.css>",
    "<a href=javascript:ran=1>押す</a>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example/>",
    "]]><injected-element/>",
    "<!-- 会",
    "{{ 7*7 }}{% raw %}${7*7}#{7*7}",
    "%s{0}{name}\\u003cscript\\u003e",
    "=HYPERLINK(1)の会",
    "@SUM(1)\t会",
    "\u202e会びすむ\u202c",
    "見守\u200b隊\u2066<b>\u2069",
    "&lt;script&gt;&#x3c;b&#62;",
)
"""Scripts, styles, SVG, attributes, templates, formulas, directions of writing and characters that are not seen."""
