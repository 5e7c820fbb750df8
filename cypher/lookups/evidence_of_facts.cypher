/*
title_ja: 事実の根拠
title_en: The evidence of facts
question_ja: この事実は、どの資料のどの文に基づくか
question_en: On which sentence of which source does a fact rest?
unscoped: evidence is asked for by the id of its fact
parameters:
  facts: {type: texts, default: [], about_ja: 事実のID, about_en: ids of the facts}
returns: [id, fact, quote, certainty, review, line, starts_at, ends_at, sheet, row, column, dataset, title, licence, file, as_of]
identity: [id]
since: 1
*/
UNWIND $facts AS fact
MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
MATCH (e)-[:FROM]->(s:Source)
WHERE s.current AND s.visibility IN $visible
RETURN DISTINCT e.id AS id, e.fact AS fact, e.quote AS quote, e.certainty AS certainty, e.review AS review, e.line AS line,
  e.starts_at AS starts_at, e.ends_at AS ends_at, e.sheet AS sheet, e.row AS row, e.column AS column,
  s.dataset AS dataset, s.title AS title, s.licence AS licence, s.file AS file, s.as_of AS as_of
ORDER BY id
