/*
title_ja: 前回の会議から変わったこと
title_en: What is new since the last meeting
shelf: meetings
question_ja: 前回の会議の日から、記録に加わったこと・変わったこと・なくなったことは何か
question_en: What came, changed or went in the records since the day of the last meeting?
parameters:
  since: {type: date, default: months_ago:3, about_ja: 前回の会議の日, about_en: the day of the last meeting}
computed_by: graph.metrics.since_last_meeting.since_last_meeting
returns: [area_id, area, id, change, kind, label, name, fields, happened_on, why, dataset, sources_that_could_show]
identity: [id]
audience: members
found_ja: この地域の記録 {population} 件について、その日から {found} 件の変化があります（記録の変化で、実際の変化とは限りません）。
found_en: Of {population} records of this area, {found} came, changed or went since that day (in the records, which need not be so in fact).
nothing_ja: この地域の記録が、まだありません。
nothing_en: Nothing of this area is recorded yet.
explanation_ja: その日より前の記録と今の記録を比べ、加わったもの、内容が変わったもの、なくなったものを示します。取り込みや確認を行った日で数え、出来事そのものの日ではありません。同じ内容が別の資料でも確かめられただけのものは示しません。「まだつながりがない」という記載は、つながりとは別の種類として示します。
explanation_en: 'The records as they were before that day are compared with those of today. The day is that of loading or reviewing, not of the event itself. What another source merely repeats is not shown. That two bodies do not work together yet is shown as a kind of its own, and not as a tie.'
shown:
  name: {ja: 記録, en: Record}
  change:
    ja: 変化
    en: Change
    values:
      came: {ja: 加わりました, en: came}
      changed: {ja: 内容が変わりました, en: changed}
      went: {ja: 記録からなくなりました, en: went from the records}
  kind: {ja: 種類, en: Kind, words: kind}
  fields: {ja: 変わった項目, en: What changed, words: property}
  happened_on: {ja: 記録が変わった日, en: Records changed on}
  dataset: {ja: 資料, en: Source}
  area: {ja: 区域, en: Area}
caution_ja: 記録からなくなったのは、資料の新しい版に載っていないということで、活動がなくなったとは限りません。
caution_en: What went from the records is not in the newer version of its source; that does not mean that it has ended.
next_step_ja: 会議のはじめに、加わったことと変わったことを一つずつ読み上げ、違っていないか確かめてみてください。
next_step_en: Begin the meeting by reading out what came and what changed, and ask whether it is right.
since: 1
*/
// The two states are computed in Python from the evidence that stands and from what was withdrawn; what was
// withdrawn is not for the public, which may no longer read it anywhere (graph/history.py).
CALL () {
  UNWIND $areas AS place
  CALL (place) {
    MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(x:Organization) WHERE p.visibility IN $visible AND x.visibility IN $visible
    RETURN x.id AS id, 'Organization' AS label, x.name AS name
    UNION
    MATCH (x:Organization) WHERE x.placed_in = place AND x.visibility IN $visible
    RETURN x.id AS id, 'Organization' AS label, x.name AS name
    UNION
    MATCH (x:Council) WHERE x.placed_in = place AND x.visibility IN $visible
    RETURN x.id AS id, 'Council' AS label, x.name AS name
    UNION
    MATCH (h:Area {id: place})<-[p:DELIVERED_IN|COVERS]-(x:Service) WHERE p.visibility IN $visible AND x.visibility IN $visible
    RETURN x.id AS id, 'Service' AS label, x.name AS name
    UNION
    MATCH (x:Service) WHERE x.placed_in = place AND x.visibility IN $visible
    RETURN x.id AS id, 'Service' AS label, x.name AS name
    UNION
    MATCH (h:Area {id: place})-[p:HAS_NEED]->(x:Need) WHERE p.visibility IN $visible AND x.visibility IN $visible
    RETURN x.id AS id, 'Need' AS label, x.name AS name
    UNION
    MATCH (x:Programme) WHERE x.placed_in = place AND x.visibility IN $visible
    RETURN x.id AS id, 'Programme' AS label, x.name AS name
    UNION
    MATCH (x:Post) WHERE x.placed_in = place AND x.visibility IN $visible
    RETURN x.id AS id, 'Post' AS label, x.name AS name
  }
  WITH id, max(label) AS label, name, min(place) AS place
  RETURN collect({id: id, label: label, name: name, place: place}) AS things
}
CALL (things) {
  UNWIND things AS thing
  WITH thing.id AS id, thing.place AS place
  CALL (id) {
    MATCH (x:Organization)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|MEMBER_OF|PROVIDES|ACTS_FOR|HOLDS]-(y)
    WHERE x.id = id AND r.visibility IN $visible AND y.visibility IN $visible
    RETURN r.id AS fact, type(r) AS label, startNode(r).name AS start, endNode(r).name AS finish
    UNION
    MATCH (x:Council)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|ESTABLISHED|CONNECTS|REFERS_TO|MEMBER_OF|PROVIDES|ACTS_FOR|RAISED_IN]-(y)
    WHERE x.id = id AND r.visibility IN $visible AND y.visibility IN $visible
    RETURN r.id AS fact, type(r) AS label, startNode(r).name AS start, endNode(r).name AS finish
    UNION
    MATCH (x:Programme)-[r:FUNDS|ESTABLISHED|CONNECTS]-(y)
    WHERE x.id = id AND r.visibility IN $visible AND y.visibility IN $visible
    RETURN r.id AS fact, type(r) AS label, startNode(r).name AS start, endNode(r).name AS finish
  }
  WITH fact, label, start, finish, min(place) AS place
  RETURN collect({id: fact, label: label, name: start + ' → ' + finish, place: place}) AS ties
}
// End of the population.
CALL () {
  UNWIND $areas AS place
  MATCH (a:Area)
  WHERE a.id = place
  CALL (place) {
    MATCH (own:Area {id: place})
    MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
    WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
    MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
    WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
      AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
    RETURN collect(DISTINCT k.kind + ' ' + src.dataset) AS able
  }
  RETURN collect({id: place, name: a.name, able: able}) AS areas
}
CALL () {
  MATCH (l:Load)
  WHERE l.visibility IN $visible
  RETURN collect(properties(l)) AS loads
}
CALL (things, ties) {
  UNWIND things + ties AS one
  WITH one, one.id AS fact
  CALL (fact) {
    MATCH (e:Evidence)
    WHERE e.fact = fact AND e.visibility IN $visible
    RETURN collect(properties(e)) AS evidence
  }
  CALL (fact) {
    MATCH (w:Withdrawn)
    WHERE w.fact = fact AND size($visible) > 1
    RETURN collect(properties(w)) AS records
  }
  RETURN collect({id: fact, label: one.label, name: one.name, place: one.place, evidence: evidence, records: records}) AS facts
}
CALL () {
  MATCH (w:Withdrawn)
  WHERE w.withdrawn_at >= toString($since) AND w.kind <> 'evidence' AND size($visible) > 1
  RETURN collect(properties(w)) AS gone
}
RETURN areas, loads, facts, gone, $visible AS visible
