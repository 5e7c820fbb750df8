/*
title_ja: 団体・機関の一覧
title_en: Organisations
question_ja: この地域に記録されている団体・機関はどれか
question_en: Which organisations are recorded for this area?
returns: [id, name, kana, aliases, actor_types, generic, area_ids, ended_on, verified_on, differs]
identity: [id]
since: 1
*/
MATCH (o:Organization)
WHERE o.visibility IN $visible
WITH o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
WITH o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
WHERE any(home IN homes WHERE home IN $areas)
RETURN o.id AS id, o.name AS name, o.kana AS kana, coalesce(o.aliases, []) AS aliases, coalesce(o.actor_types, []) AS actor_types,
  coalesce(o.generic, false) AS generic, homes AS area_ids, o.ended_on AS ended_on, o.verified_on AS verified_on,
  coalesce(o.differs, []) AS differs
ORDER BY id
