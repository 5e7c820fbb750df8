"""Examples in the description of the API: what a parameter may be, and what is answered where nothing is asked for."""

from typing import Any

PARAMETERS: dict[str, Any] = {
    "area": "伊賀市",
    "need": "N_SHOP",
    "gap": "needs_without_service",
    "q": "社会福祉協議会",
    "status": "in_progress",
    "id_": "伊賀市社会福祉協議会",
    "fact": ["1f0c3a52-6f0e-5d0b-9a55-0f7d3b1c2a10"],
    "finding_id": "3f2a91c0",
    "load": "5b1d7c9e-2a64-4f0e-8a8b-0d7c6e5f4a31",
    "limit": 100,
    "offset": 0,
}
"""Name of a parameter → something that it may be."""

_AREA = {
    "id": "f6a2b0c4-4c55-5a1d-8f1e-3f0b7b1f6f11",
    "name": "伊賀市",
    "full_name": "三重県伊賀市",
    "level": "municipality",
    "code": "242161",
    "parent_id": "0a4e8f52-9a4c-5b5c-8a58-5f8c4b9b7f24",
    "bodies": 12,
    "generic_bodies": 4,
    "councils": 3,
    "services": 9,
    "needs": 5,
    "sources": ["case_studies/regions"],
}
_LOAD = {
    "id": "5b1d7c9e-2a64-4f0e-8a8b-0d7c6e5f4a31",
    "dataset": "case_studies/事例集",
    "file": "事例集.md",
    "name": "事例集",
    "began_at": "2026-11-23T09:00:00+00:00",
    "state": "complete",
}
_QUESTION = {
    "id": "needs_without_service",
    "title_ja": "応えるサービスの記載がないニーズ",
    "title_en": "Needs without a recorded service",
    "shelf": "resources",
    "audience": "public",
    "own": False,
    "has_picture": True,
    "question_ja": "挙がっているニーズのうち、応えるサービスの記載が見当たらないのはどれか",
    "question_en": "For which of the stated needs is no service recorded that answers them?",
    "explanation_ja": "記載されたサービスの種類と、ニーズに応える種類とを照らし合わせます。",
    "explanation_en": "The kinds of the recorded services are held against those that answer the need.",
    "parameters": {"as_of": {"type": "date", "default": "today"}},
}
ANSWERS: dict[tuple[str, str], Any] = {
    ("get", "/health"): {"status": "ok"},
    ("get", "/ready"): {"status": "ready", "engine": "embedded"},
    ("get", "/areas"): {"areas": [_AREA]},
    ("get", "/gaps"): {"gaps": [_QUESTION]},
    ("get", "/loads"): {"total": 1, "loads": [_LOAD]},
    ("get", "/loads/token"): {"token": "kSxG3…"},
    ("post", "/loads/{load}/undo"): {"load": _LOAD["id"], "file": _LOAD["file"], "left": 120, "reviewed": 0},
}
"""Method and path → an answer."""
