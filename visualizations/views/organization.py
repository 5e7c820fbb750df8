"""団体のまわり: one body, what it is tied to, and who else stands behind its councils and services, step by step."""

from visualizations.network_view import NetworkView

VIEW = NetworkView(name="organization", title_ja="「{name}」のまわり", title_en="Around {name}", query="around", starts_from_one=True)
