"""ニーズとサービス: stated needs, the recorded services of the kinds that answer them, who provides these, and what nothing answers."""

from visualizations.network_view import NetworkView

VIEW = NetworkView(name="needs_and_services", title_ja="ニーズとサービス", title_en="Needs and services", query="needs_and_services")
