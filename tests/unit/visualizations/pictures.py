"""Pictures for tests: an invented municipality, a hostile one, and large ones."""

import random

from visualizations.contract import Picture, PictureNode, PictureTie, Quotation

HOSTILE = "</script><img src=x onerror=alert(1)>"
MINUTES = "第2層協議体（中央）会議録"
NEWSLETTER = "みほん市社協だより 第118号"
REPORT = "みほん市 生活支援体制整備 報告書"


def quotation(quote: str, *, source: str = REPORT, line: int | None = 12, review: str = "open", certainty: str = "explicit") -> Quotation:
    return Quotation(
        id=f"q:{source}:{quote}", quote=quote, certainty=certainty, review=review, source=source, line=line, as_of="2026-09-12"
    )


def organization(node_id: str, name: str, *types: str, kana: str | None = None, area: str = "みほん市", **more: object) -> PictureNode:
    values: dict[str, object] = {"sources": (REPORT,), "quotations": (quotation(f"{name}が参加している。"),)} | more
    return PictureNode(id=node_id, label="Organization", name=name, kana=kana, actor_types=types, area=area, **values)  # type: ignore[arg-type]


def thing(node_id: str, label: str, name: str, **more: object) -> PictureNode:
    values: dict[str, object] = {"area": "みほん市", "sources": (REPORT,)} | more
    return PictureNode(id=node_id, label=label, name=name, **values)  # type: ignore[arg-type]


def tie(tie_type: str, start: str, end: str, *quotations: Quotation, **more: str) -> PictureTie:
    sources = tuple(dict.fromkeys(one.source for one in quotations))
    return PictureTie(
        id=f"{tie_type}|{start}|{end}|{more.get('state', '')}",
        type=tie_type,
        start=start,
        end=end,
        sources=sources,
        quotations=quotations,
        **more,
    )


def sample() -> Picture:
    """みほん市: bodies, councils, services and a need; every kind of line once at least."""
    return Picture(
        title="みほん市のつながり図",
        nodes=_bodies() + _others(),
        ties=_ties() + _seats() + _places(),
        filters=("地区：中央・西・南", "2年以内の資料"),
        as_of="2026-11-20",
        source_titles=(REPORT, MINUTES, NEWSLETTER),
        banner="架空の自治体の例です。実在の団体とは関係ありません。",
    )


def _bodies() -> tuple[PictureNode, ...]:
    return (
        organization("shi", "みほん市高齢福祉課", "MUNI", kana="みほんしこうれいふくしか"),
        organization(
            "shakyo",
            "社会福祉法人みほん市社会福祉協議会",
            "SHAKYO",
            "SHAFUKU",
            kana="みほんししゃかいふくしきょうぎかい",
            aliases=("みほん市社協",),
            verified_on="2026-09-12",
        ),
        organization("houkatsu", "地域包括支援センター中央", "HOUKATSU", kana="ちいきほうかつしえんせんたーちゅうおう", area="中央地区"),
        organization("nishi", "西地区まちづくり協議会", "MACHIKYO", area="西地区"),
        organization("minami", "南地区自治会連合会", "JICHIKAI", area="南地区"),
        organization("minsei", "民生委員児童委員協議会", "MINSEI"),
        organization("roujin", "老人クラブ連合会", "SENIORCLUB"),
        organization("jichikai", "自治会", "JICHIKAI", generic=True, count=42),
        organization(
            "otagai", "NPO法人 おたがいさま", "NPO", kana="えぬぴーおーほうじんおたがいさま", area="中央地区", verified_on="2026-09-12"
        ),
        organization("takasaki", "髙﨑助け合いの会", "VOL", kana="たかさきたすけあいのかい", area="西地区"),
        organization("mimamori", "見守り隊", "VOL", area="南地区"),
        organization("shafuku", "社会福祉法人みほん福祉会", "SHAFUKU", area="南地区"),
        organization("clinic", "𠮷田内科クリニック", "MEDICAL", kana="よしだないかくりにっく"),
        organization("mobile", "㈱ほしの移動スーパー", "COMPANY", kana="ほしのいどうすーぱー"),
        organization("chamber", "みほん商工会", "CHAMBER"),
        organization("coop", "みほん生活協同組合", "COOP"),
        organization("silver", "シルバー人材センター", "SILVER"),
        organization("school", "みほん高等学校", "UNIV"),
    )


def _others() -> tuple[PictureNode, ...]:
    return (
        thing("layer1", "Council", "第1層協議体", status="active"),
        thing("layer2", "Council", "第2層協議体（中央）", area="中央地区", status="active"),
        thing("bin", "Service", "おたがいさま便", categories=("TRASH", "SHOP"), status="running", area="中央地区"),
        thing("cafe", "Service", "認知症カフェひだまり", categories=("DEMCAFE",), status="running", verified_on="2025-06-01"),
        thing("salon", "Service", "西のサロンあさひ", categories=("SALON",), status="running", area="西地区"),
        thing("bus", "Service", "南地区買い物バス", categories=("SHOPBUS",), status="planned", area="南地区"),
        thing("need", "Need", "買い物に行けない", categories=("N_SHOP",), area="南地区"),
        thing("fund", "Programme", "地域づくり補助金"),
        thing("chuo", "Area", "中央地区", area=None),
        thing("minami_area", "Area", "南地区", area=None),
    )


def _ties() -> tuple[PictureTie, ...]:
    silver = tie("SUPPORTS", "silver", "shakyo", quotation("シルバーの会員が協力。", source=NEWSLETTER))
    return (*_collaborations(), *_support_and_commissions(), *_around_services(), silver)


def _collaborations() -> tuple[PictureTie, ...]:
    monthly = quotation("包括と月1回、利用者の様子を持ち寄って連携している。", source=MINUTES, line=18, review="confirmed")
    return (
        tie("COLLABORATES_WITH", "houkatsu", "otagai", monthly, state="recorded"),
        tie(
            "COLLABORATES_WITH",
            "mobile",
            "otagai",
            quotation("停留所での荷物運びをおたがいさまの会員が手伝う。", source=NEWSLETTER, line=4),
            state="recorded",
        ),
        tie("COLLABORATES_WITH", "minsei", "shakyo", quotation("社協と民児協は毎月打ち合わせる。", review="confirmed"), state="recorded"),
        tie("COLLABORATES_WITH", "chamber", "shakyo", quotation("商工会とはまだ連携がない。", source=MINUTES, line=31), state="absent"),
    )


def _support_and_commissions() -> tuple[PictureTie, ...]:
    return (
        tie(
            "SUPPORTS",
            "shakyo",
            "nishi",
            quotation("社協が立ち上げを支援した。"),
            quotation("西地区の活動を社協が後押し。", source=NEWSLETTER),
        ),
        tie("SUPPORTS", "shakyo", "otagai", quotation("おたがいさまの研修を社協が担う。", certainty="inferred")),
        tie(
            "SUPPORTS",
            "shakyo",
            "minami",
            quotation("南地区の話し合いに社協が同席。"),
            quotation("南地区を支える社協。", source=NEWSLETTER),
        ),
        tie("COMMISSIONS", "shi", "shakyo", quotation("市は社協に第1層コーディネーターを委託。", certainty="structural")),
        tie("FUNDS", "shi", "shakyo", quotation("運営費を市が補助する。")),
        tie(
            "COMMISSIONS",
            "shi",
            "houkatsu",
            quotation("市が包括に委託。", certainty="structural"),
            quotation("委託先は包括中央。", source=MINUTES),
        ),
        tie("REFERS_TO", "minsei", "houkatsu", quotation("気になる世帯は民生委員から包括へつなぐ。", source=MINUTES, line=22)),
        tie("SUPPORTS", "mimamori", "minsei", quotation("見守り隊が民生委員の訪問を手伝う。")),
        tie("CONNECTS", "houkatsu", "clinic", quotation("包括が𠮷田内科との間をつなぐ。", source=MINUTES, line=40)),
        tie("SUPPORTS", "school", "otagai", quotation("高校生がごみ出しに参加。", source=NEWSLETTER)),
        tie("SUPPORTS", "jichikai", "mimamori", quotation("各自治会が見守り隊に協力。")),
    )


def _around_services() -> tuple[PictureTie, ...]:
    return (
        tie(
            "PROVIDES",
            "otagai",
            "bin",
            quotation("おたがいさま便を週2回運行。"),
            quotation("おたがいさま便。", source=NEWSLETTER),
            status="running",
        ),
        tie("PROVIDES", "houkatsu", "cafe", quotation("認知症カフェを毎月開く。"), status="running"),
        tie("SUPPORTS", "clinic", "cafe", quotation("医師が助言する。", source=MINUTES)),
        tie("PROVIDES", "takasaki", "salon", quotation("髙﨑助け合いの会が西のサロンを開く。"), status="running"),
        tie("SUPPORTS", "nishi", "salon", quotation("会場は西地区まちづくり協議会が用意。")),
        tie("PROVIDES", "shafuku", "bus", quotation("福祉会の車両で買い物バスを計画。"), status="planned"),
        tie("SUPPORTS", "minami", "bus", quotation("自治会連合会が利用者を募る。", source=MINUTES)),
        tie("FUNDS", "fund", "bin", quotation("補助金を充てる。")),
    )


def _seats() -> tuple[PictureTie, ...]:
    seats = {
        "layer1": ("shi", "shakyo", "minsei", "roujin", "chamber", "coop", "silver"),
        "layer2": ("houkatsu", "otagai", "minsei", "nishi"),
    }
    listed = quotation("構成員名簿", certainty="structural")
    return tuple(tie("MEMBER_OF", body, council, listed) for council, bodies in seats.items() for body in bodies)


def _places() -> tuple[PictureTie, ...]:
    return (
        tie("OPERATES_IN", "otagai", "chuo", quotation("中央地区で活動。")),
        tie("COVERS", "bus", "minami_area", quotation("南地区が対象。")),
        tie("HAS_NEED", "minami_area", "need", quotation("南地区では買い物に行けない人が多い。")),
        tie("ADDRESSES", "bus", "need", quotation("買い物の足として。")),
        tie("RAISED_IN", "need", "layer1", quotation("第1層で議題にした。", source=MINUTES)),
    )


def hostile() -> Picture:
    """Markup wherever a source could bring it in."""
    said = Quotation(id=HOSTILE, quote=HOSTILE, certainty=HOSTILE, review=HOSTILE, source=HOSTILE, line=1, place=HOSTILE, as_of=HOSTILE)
    nodes = tuple(
        PictureNode(
            id=f"{HOSTILE}{label}",
            label=label,
            name=f"{HOSTILE}{label}",
            kana=HOSTILE,
            aliases=(HOSTILE, "javascript:alert(1)"),
            actor_types=(HOSTILE,),
            categories=(HOSTILE,),
            generic=label == "Organization",
            status=HOSTILE,
            area=HOSTILE,
            verified_on=HOSTILE,
            sources=(HOSTILE,),
            quotations=(said,),
        )
        for label in ("Organization", "Service", HOSTILE)
    )
    ends = (nodes[0].id, nodes[1].id)
    ties = (
        PictureTie(id=HOSTILE, type=HOSTILE, start=ends[0], end=ends[1], sources=(HOSTILE,), quotations=(said,)),
        PictureTie(
            id="b", type="PROVIDES", start=ends[0], end=ends[1], status=HOSTILE, function=HOSTILE, sources=(HOSTILE,), quotations=(said,)
        ),
    )
    return Picture(title=HOSTILE, nodes=nodes, ties=ties, filters=(HOSTILE,), as_of=HOSTILE, source_titles=(HOSTILE,), banner=HOSTILE)


def large(nodes: int) -> Picture:
    """A picture of so many nodes, a tie and a half for each, always the same."""
    chance = random.Random(nodes)  # noqa: S311 - repeatable, not secret
    kinds = ["MUNI", "SHAKYO", "JICHIKAI", "NPO", "CAREPROV", "COMPANY", "UNIV"]
    made = [organization(f"n{number:04}", f"みほん第{number}地域支え合いの会", chance.choice(kinds)) for number in range(nodes)]
    pairs = {(chance.randrange(number), number) for number in range(1, nodes)}
    pairs |= {(min(a, b), max(a, b)) for a, b in ((chance.randrange(nodes), chance.randrange(nodes)) for _ in range(nodes // 2)) if a != b}
    ties = [tie("SUPPORTS", f"n{a:04}", f"n{b:04}", quotation(f"{a}が{b}を支援する。")) for a, b in sorted(pairs)]
    return Picture(title=f"{nodes}件の図", nodes=tuple(made), ties=tuple(ties), source_titles=(REPORT,))
