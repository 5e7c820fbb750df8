/*
title_ja: 一つの根拠
title_en: One piece of evidence
question_ja: この根拠は、どの資料のどこにあるか
question_en: In which source does this evidence stand, and where?
unscoped: evidence is asked for by its own id
parameters:
  ids: {type: texts, default: [], about_ja: 根拠のID, about_en: ids of the evidence}
returns: [id, fact, quote, certainty, review, line, starts_at, ends_at, sheet, row, column, place, dataset, title, licence, file, as_of, states, corrected, restored_at]
identity: [id]
since: 1
*/
UNWIND $ids AS wanted
MATCH (e:Evidence {id: wanted})
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
