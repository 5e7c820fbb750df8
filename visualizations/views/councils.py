"""協議体と参加者: councils and the bodies that sit on them stay two kinds of thing, and no tie is made of a shared seat."""

from visualizations.network_view import NetworkView

VIEW = NetworkView(name="councils", title_ja="協議体と参加者", title_en="Councils and who sits on them", query="councils")
