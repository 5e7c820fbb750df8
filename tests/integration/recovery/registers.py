"""Invented registers of any length, for loads that take a while."""

from pathlib import Path

COLUMNS = (
    "registration_no,pref,transport_type,operator_type,org_name,org_address,service_area,service_area_municipalities,valid_from,valid_to,"
    "scope_i_physical,scope_ro_mental,scope_ha_intellectual,scope_ni_care,scope_ho_support,scope_he_checklist,scope_to_other"
)
TOWNS = {"島根県": ("松江市", "出雲市", "浜田市", "津和野町"), "鳥取県": ("鳥取市", "米子市", "倉吉市", "境港市")}


def register(file: Path, *, rows: int, prefecture: str = "島根県") -> Path:
    """Write a register of that many bodies."""
    towns = TOWNS[prefecture]
    lines = [
        f"見本福第{number}号,{prefecture},福祉有償運送,NPO等,特定非営利活動法人 見本の会{number},{towns[number % 4]}末次町{number}番地,"
        f"{towns[number % 4]}全域,{towns[number % 4]},2025-04-01,2028-03-31,1,0,{number % 2},1,0,1,0"
        for number in range(1, rows + 1)
    ]
    file.write_text("\n".join([COLUMNS, *lines]) + "\n", encoding="utf-8")
    return file
