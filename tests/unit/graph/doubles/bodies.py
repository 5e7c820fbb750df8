"""Bodies of a few places, to be told apart or suggested as one."""

from graph.doubles.bodies import Body

PLACES = {
    "伊賀市": (("iga", "mie"), ("伊賀市", "三重県"), "iga"),
    "諏訪地区": (("suwa", "iga", "mie"), ("諏訪地区", "伊賀市", "三重県"), "iga"),
    "島ヶ原地区": (("shima", "iga", "mie"), ("島ヶ原地区", "伊賀市", "三重県"), "iga"),
    "三重県": (("mie",), ("三重県",), None),
    "名張市": (("nabari", "mie"), ("名張市", "三重県"), "nabari"),
    "横浜市": (("yokohama", "kanagawa"), ("横浜市", "神奈川県"), "yokohama"),
    "横浜市中区": (("naka", "yokohama", "kanagawa"), ("中区", "横浜市", "神奈川県"), "yokohama"),
    "横浜市西区": (("nishi", "yokohama", "kanagawa"), ("西区", "横浜市", "神奈川県"), "yokohama"),
}


def body(id_: str, name: str, place: str = "伊賀市", **more: object) -> Body:
    areas, names, municipality = PLACES[place]
    return Body(id=id_, name=name, areas=areas, area_names=names, municipality=municipality, **more)  # type: ignore[arg-type]
