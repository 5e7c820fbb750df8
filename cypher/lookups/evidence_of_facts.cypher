/*
title_ja: 事実の根拠
title_en: The evidence of facts
question_ja: この事実は、どの資料のどの文に基づくか
question_en: On which sentence of which source does a fact rest?
unscoped: evidence is asked for by the id of its fact
parameters:
  facts: {type: texts, default: [], about_ja: 事実のID, about_en: ids of the facts}
returns: [id, fact, quote, certainty, review, line, starts_at, ends_at, sheet, row, column, place, dataset, title, licence, file, as_of, states, corrected, restored_at]
identity: [id]
since: 1
*/
UNWIND $facts AS fact
MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
MATCH (e)-[:FROM]->(v:Source)
WHERE v.visibility IN $visible
// The current version; for evidence that was put back, the newest in which it stood.
WITH e, max(CASE WHEN v.current THEN '1 ' ELSE '0 ' END + v.loaded_at + ' ' + v.id) AS newest
MATCH (e)-[:FROM]->(s:Source)
WHERE s.visibility IN $visible AND newest ENDS WITH s.id
RETURN DISTINCT e.id AS id, e.fact AS fact, e.quote AS quote, e.certainty AS certainty, e.review AS review, e.line AS line,
  e.starts_at AS starts_at, e.ends_at AS ends_at, e.sheet AS sheet, e.row AS row, e.column AS column, e.place AS place,
  s.dataset AS dataset, s.title AS title, s.licence AS licence, s.file AS file, s.as_of AS as_of,
  e.states AS states, e.corrected AS corrected, e.restored_at AS restored_at
ORDER BY id
