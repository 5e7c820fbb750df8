"""What one more tie would add to the effective sizes of those who are introduced (Burt 1992; d − 2t/d by Borgatti 1997)."""

from dataclasses import dataclass

from graph.metrics.gains import Links, bits


@dataclass(frozen=True)
class Widening:
    """The rise of the effective sizes of all who are introduced to somebody; who has no tie counts as 0 before."""

    beside: tuple[int, ...]
    among: tuple[int, ...]
    """Of each body the ties among those beside it."""
    recorded: tuple[float, ...]
    """The effective size of each body before anything is tried out."""
    introduced: int = 0
    """Those who are introduced to somebody, as bits."""

    @classmethod
    def of(cls, links: Links) -> "Widening":
        """As it is recorded."""
        among = tuple(sum((links.beside[other] & near).bit_count() for other in bits(near)) // 2 for near in links.beside)
        sizes = tuple(_size(near.bit_count(), ties) for near, ties in zip(links.beside, among, strict=True))
        return cls(links.beside, among, sizes)

    def gain(self, a: int, b: int) -> float:
        """The rise of the two, less what others who are introduced lose where two of their contacts come to know each other."""
        common = self.beside[a] & self.beside[b]
        lost = sum(2 / self.beside[one].bit_count() for one in bits(common & self.introduced))
        return self._rise(a, common.bit_count()) + self._rise(b, common.bit_count()) - lost

    def with_tie(self, a: int, b: int) -> "Widening":
        """The two are beside each other."""
        beside, among = list(self.beside), list(self.among)
        common = self.beside[a] & self.beside[b]
        for one, other in ((a, b), (b, a)):
            beside[one] |= 1 << other
            among[one] += common.bit_count()
        for one in bits(common):
            among[one] += 1
        return Widening(tuple(beside), tuple(among), self.recorded, self.introduced | 1 << a | 1 << b)

    def _rise(self, body: int, common: int) -> float:
        contacts, ties = self.beside[body].bit_count(), self.among[body]
        before = _size(contacts, ties) if self.introduced >> body & 1 else self.recorded[body]
        return _size(contacts + 1, ties + common) - before


def _size(contacts: int, ties: int) -> float:
    return contacts - 2 * ties / contacts if contacts else 0.0
