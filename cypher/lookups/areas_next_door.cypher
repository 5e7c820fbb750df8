/*
title_ja: となりの区域
title_en: Areas next door
question_ja: 資料がとなりと述べている区域はどれか。述べた資料がなければ、庁舎どうしの距離が近い市町村はどれか
question_en: Which areas does a source call neighbours? Where none does, which municipalities have the nearest offices?
parameters:
  most: {type: integer, default: 4, about_ja: 距離で選ぶ市町村の数, about_en: how many municipalities to choose by distance}
returns: [area_id, area, how, km]
identity: [area_id]
since: 1
*/
// how: adjacent (a source says so) or nearest (by distance of the offices, on a sphere made flat at their latitude). The distance is that
// of municipalities: a district has no office, and nothing is said of it.
CALL () {
  MATCH (a:Area)-[r:ADJACENT_TO]-(b:Area)
  WHERE a.id IN $areas AND NOT b.id IN $areas AND a.visibility IN $visible AND b.visibility IN $visible AND r.visibility IN $visible
  RETURN collect(DISTINCT {id: b.id, name: b.name}) AS adjacent
}
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible AND a.level IN ['prefecture', 'municipality']
  RETURN count(a) AS several, min(a.latitude) AS north, min(a.longitude) AS east, min(a.id) AS own, min(a.level) AS level
}
CALL (adjacent, several, north, east, own, level) {
  MATCH (b:Area)
  WHERE several = 1 AND level = 'municipality' AND size(adjacent) = 0 AND b.level = 'municipality' AND b.id <> own AND b.until IS NULL
    AND b.visibility IN $visible AND b.latitude IS NOT NULL AND b.longitude IS NOT NULL AND north IS NOT NULL AND east IS NOT NULL
  WITH b, (b.latitude - north) * 111.2 AS up, (b.longitude - east) * 111.2 * cos(north * 0.017453292519943295) AS along
  WITH b, toInteger(round(sqrt(up * up + along * along))) AS km
  ORDER BY km, b.id
  WITH collect({id: b.id, name: b.name, km: km}) AS sorted
  RETURN [place IN range(0, size(sorted) - 1) WHERE place < $most | sorted[place]] AS nearest
}
UNWIND [one IN adjacent | {id: one.id, name: one.name, how: 'adjacent', km: null}] +
  [one IN nearest | {id: one.id, name: one.name, how: 'nearest', km: one.km}] AS next
RETURN next.id AS area_id, next.name AS area, next.how AS how, next.km AS km
ORDER BY area_id
