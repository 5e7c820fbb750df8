# Measures of networks by R's igraph and sna: Rscript measures.R networks.txt > expected.csv
#
# networks.txt: name;directed or undirected;number of vertices;ties as "0-1 0-2";groups as "abcab", one network a line.
# expected.csv: name;measure;vertex (empty for the whole network);value with 17 digits, NA where R has none.
suppressPackageStartupMessages({library(igraph); library(sna)})

row <- function(name, measure, vertex, value)
  cat(paste(name, measure, vertex, ifelse(is.finite(value), formatC(value, digits = 17, format = "g"), "NA"), sep = ";"), sep = "\n")

undirected <- function(name, g, matrix, groups) {
  n <- igraph::vcount(g)
  whole <- list(
    igraph.density = igraph::edge_density(g, loops = FALSE),
    igraph.components = igraph::components(g)$no,
    igraph.transitivity = igraph::transitivity(g, type = "global"),
    igraph.mean_distance = igraph::mean_distance(g, directed = FALSE, unconnected = TRUE),
    igraph.articulation_points = length(igraph::articulation_points(g)),
    igraph.largest_core = max(igraph::coreness(g))
  )
  if (n > 2) {
    whole$igraph.degree_centralization <- igraph::centr_degree(g, loops = FALSE)$centralization
    whole$igraph.betweenness_centralization <- igraph::centr_betw(g, directed = FALSE)$centralization
    whole$sna.degree_centralization <- sna::centralization(matrix, sna::degree, mode = "graph")
    whole$sna.betweenness_centralization <- sna::centralization(matrix, sna::betweenness, mode = "graph")
    nearness <- sna::closeness(matrix, gmode = "graph", cmode = "suminvundir")
    whole$sna.closeness_centralization <- sum(max(nearness) - nearness) / sum(abs(outer(1, c(rep((n - 2) / 2, n - 1) / (n - 1)))))
  }
  for (measure in names(whole)) row(name, measure, "", whole[[measure]])
  row(name, "igraph.constraint", seq_len(n) - 1, igraph::constraint(g))
  if (igraph::ecount(g) > 0 && n > 2) brokers(name, matrix, groups)
}

brokers <- function(name, matrix, groups) {
  found <- sna::brokerage(matrix, groups)
  roles <- c(w_I = "coordinator", w_O = "itinerant", b_OI = "gatekeeper", b_IO = "representative", b_O = "liaison")
  for (column in names(roles)) {
    row(name, paste0("sna.raw.", roles[[column]]), seq_along(groups) - 1, found$raw.nli[, column])
    row(name, paste0("sna.expected.", roles[[column]]), seq_along(groups) - 1, found$exp.nli[, column])
  }
}

for (line in readLines(commandArgs(trailingOnly = TRUE)[1])) {
  parts <- strsplit(line, ";", fixed = TRUE)[[1]]
  n <- as.integer(parts[3])
  ties <- if (nchar(parts[4])) as.integer(unlist(strsplit(strsplit(parts[4], " ")[[1]], "-"))) + 1 else integer(0)
  directed <- parts[2] == "directed"
  g <- igraph::make_graph(ties, n = n, directed = directed)
  matrix <- as.matrix(igraph::as_adjacency_matrix(g))
  groups <- strsplit(parts[5], "")[[1]]
  if (directed) brokers(parts[1], matrix, groups) else undirected(parts[1], g, matrix, groups)
}
