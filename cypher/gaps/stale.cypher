/*
title_ja: 確かめ直したい記録
title_en: Records to check again
shelf: sources
question_ja: 長いあいだ確かめられていない記録や、登録の期限が過ぎた活動はどれか
question_en: Which records have not been verified for a long time, and which registrations are past their term?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
  months: {type: integer, default: 24, about_ja: この月数より前に確かめたきりの記録を示す, about_en: records last verified longer ago than this many months}
returns: [area_id, area, id, kind, name, status, valid_to, verified_on, source_as_of, sources, sources_that_could_show, evidence]
identity: [id]
found_ja: この地域の記録 {population} 件のうち {found} 件は、登録の期限が過ぎているか、長いあいだ確かめられていません（なくなったという意味ではありません）。
found_en: Of {population} records of this area, {found} are past their registered term or have not been verified for a long time (which does not mean that they are gone).
nothing_ja: この地域の団体・協議体・サービス・ニーズの記録が、まだありません。
nothing_en: No body, council, service or need of this area is recorded yet.
explanation_ja: 団体・協議体・サービス・ニーズのうち、資料の日付が古いものと、登録の期限が過ぎたサービスです。資料の写しが作られた後に期限が来たものは「写しの後に更新済みかもしれません」と示します。日付の分からない記録と、終了したもの、自治会のような総称は一覧に載せません。
explanation_en: 'Bodies, councils, services and needs whose sources are old, and services past their registered term. A term that ended after the copy of its source was made is told as one that may have been renewed since. Records without a date, ended ones and kinds of actor are not listed.'
shown:
  name: {ja: 記録, en: Record}
  status:
    ja: 状態
    en: State
    values:
      may_have_been_renewed: {ja: 期限が過ぎています。資料の写しの後に、更新済みかもしれません, en: 'past its term; may have been renewed since this copy'}
      term_ended: {ja: 資料の日付の時点で、すでに期限が過ぎています, en: already past its term on the day of the source}
      not_verified: {ja: 長いあいだ確かめられていません, en: not verified for a long time}
  valid_to: {ja: 登録の期限, en: Registered until}
  verified_on: {ja: 最後に確かめられた日, en: Last verified on}
  source_as_of: {ja: 資料の日付, en: Date of the source}
  area: {ja: 区域, en: Area}
  sources_that_could_show: {ja: 新しい状態を載せていそうな資料, en: Sources that could show the present state}
caution_ja: やめたという意味ではありません。資料が新しくなっていないだけかもしれません。
caution_en: This does not mean that anything has ended; perhaps only the source has not been renewed.
next_step_ja: 登録簿や名簿の新しい版がないか担当の課に聞くか、本人たちに今も続けているか確かめてみてください。
next_step_en: Ask the office in charge for a newer list, or ask the people themselves whether it goes on.
since: 1
*/
// The copy of a registration is the newest source whose visible evidence states this very term; where its date is not known, the
// careful wording is taken. A thing without a date is unknown, not stale. One row a thing, in the first of its areas asked about.
UNWIND $areas AS place
CALL (place) {
  MATCH (own:Area {id: place})
  MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
    AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
  RETURN collect(DISTINCT k.kind + ' ' + src.dataset) AS able
}
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  RETURN o.id AS id, 'bodies' AS kind, o.name AS name, o.verified_on AS verified_on, null AS valid_to
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible AND NOT coalesce(o.generic, false) AND coalesce(o.ended_on > $as_of, true)
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS id, 'bodies' AS kind, o.name AS name, o.verified_on AS verified_on, null AS valid_to
  UNION
  MATCH (c:Council)
  WHERE c.placed_in = place AND c.visibility IN $visible AND coalesce(c.status, 'active') <> 'ended'
  RETURN c.id AS id, 'seats' AS kind, c.name AS name, c.verified_on AS verified_on, null AS valid_to
  UNION
  MATCH (h:Area {id: place})<-[p:DELIVERED_IN|COVERS]-(s:Service)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND s.visibility IN $visible AND coalesce(s.status, 'running') <> 'ended'
  RETURN s.id AS id, 'services' AS kind, s.name AS name, s.verified_on AS verified_on, s.valid_to AS valid_to
  UNION
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible AND coalesce(s.status, 'running') <> 'ended'
  WITH * WHERE NOT EXISTS { MATCH (s)-[p:DELIVERED_IN|COVERS]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN s.id AS id, 'services' AS kind, s.name AS name, s.verified_on AS verified_on, s.valid_to AS valid_to
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id, 'needs' AS kind, n.name AS name, n.verified_on AS verified_on, null AS valid_to
}
WITH place, able, id, kind, name, verified_on, valid_to, coalesce(valid_to < $as_of, false) AS lapsed
WHERE lapsed OR coalesce(verified_on < $as_of - duration({months: $months}), false)
WITH id, min(kind) AS kind, name, verified_on, valid_to, lapsed, min(place) AS place, collect([one IN able WHERE one STARTS WITH kind + ' ' | substring(one, size(kind) + 1)]) AS abilities
WITH id AS fact, kind, name, verified_on, valid_to, lapsed, place,
  reduce(seen = [], some IN abilities | seen + [one IN some WHERE NOT one IN seen]) AS able
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH fact, kind, name, verified_on, valid_to, lapsed, place, able, e.id AS evidence_id, e.dataset AS dataset,
  CASE WHEN lapsed THEN coalesce(e.states CONTAINS '"valid_to":{"date":"' + toString(valid_to) + '"}', false)
    OR coalesce(e.corrected CONTAINS '"valid_to":{"date":"' + toString(valid_to) + '"}', false) ELSE true END AS states_it
OPTIONAL MATCH (src:Source)
WHERE src.dataset = dataset AND src.current AND src.visibility IN $visible
WITH fact, kind, name, verified_on, valid_to, lapsed, place, able, collect(DISTINCT evidence_id) AS evidence,
  collect(DISTINCT src.dataset) AS sources, max(CASE WHEN states_it THEN src.as_of ELSE null END) AS source_as_of
MATCH (a:Area)
WHERE a.id = place
RETURN a.id AS area_id, a.name AS area, fact AS id, kind, name,
  CASE WHEN NOT lapsed THEN 'not_verified' WHEN coalesce(source_as_of > valid_to, false) THEN 'term_ended' ELSE 'may_have_been_renewed' END AS status,
  valid_to, verified_on, source_as_of, sources, able AS sources_that_could_show, evidence
ORDER BY id
