/*
title_ja: この地域の記録の数
title_en: How many records of this area
question_ja: 前と比べた記録はいくつか
question_en: How many records were compared?
returns: [population]
since: 1
*/
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
RETURN size(things) + size(ties) AS population
