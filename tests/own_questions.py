"""A question of a user's own that may be asked, for tests to spoil."""

HEADER = """/*
title_ja: 総称でない団体
question_ja: 区域にある、名前の分かる団体はどれか
parameters:
  beginning: {type: text, default: '', about_ja: 名前のはじめ}
returns: [area_id, id, name]
identity: [area_id, id]
shown:
  name: {ja: 団体}
*/
"""
BODY = """MATCH (o:Organization)
WHERE o.placed_in IN $areas AND o.visibility IN $visible
  AND NOT coalesce(o.generic, false) AND o.name STARTS WITH $beginning
RETURN o.placed_in AS area_id, o.id AS id, o.name AS name
ORDER BY area_id, id
"""
SOUND = HEADER + BODY
NAME = "named_bodies"
