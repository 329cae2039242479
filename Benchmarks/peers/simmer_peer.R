# The models in simmer (R): a trajectory per source; waits from its own monitor, read untimed.
#
#   Rscript simmer_peer.R MODEL [--customers N] [--seed N]        prints one line of JSON
suppressPackageStartupMessages({
  library(simmer)
  library(jsonlite)
})

arguments <- commandArgs(trailingOnly = TRUE)
option <- function(name, otherwise) {
  at <- match(paste0("--", name), arguments)
  if (is.na(at)) otherwise else as.numeric(arguments[at + 1])
}

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
all_models <- read_json(file.path(dirname(script), "models.json"))
name <- arguments[1]
model <- all_models[[name]]
tiers <- model$tiers
wanted <- option("customers", model$customers$simmer)
set.seed(option("seed", 1))

node_name <- function(tier, node) paste0(tiers[[tier]]$name, node)

# Where a node refers to: nodes are numbered from 0, tiers from 1.
successor <- function(tier, node) node * tiers[[tier + 1]]$nodes %/% tiers[[tier]]$nodes

# What happens from a tier on: seize, serve, release, and for a share the same in the next tier.
passage <- function(tier, node) {
  facts <- tiers[[tier]]
  mean <- facts$serviceMean
  here <- trajectory() |>
    seize(node_name(tier, node)) |>
    timeout(function() rexp(1, 1 / mean)) |>
    release(node_name(tier, node))
  if (facts$referred == 0) return(here)
  share <- facts$referred
  here |> branch(
    function() if (runif(1) < share) 1 else 0,
    continue = FALSE,
    passage(tier + 1, successor(tier, node))
  )
}

# Resources are monitored, because the others keep the number present too.
environment <- simmer()
for (tier in seq_along(tiers)) {
  for (node in seq_len(tiers[[tier]]$nodes) - 1) {
    add_resource(environment, node_name(tier, node), tiers[[tier]]$servers)
  }
}
gap <- model$arrivalMean
for (node in seq_len(tiers[[1]]$nodes) - 1) {
  add_generator(
    environment, paste0("customer", node, "_"), passage(1, node),
    function() rexp(1, 1 / gap),
    # Arrivals and releases, the least that tells waits.
    mon = 1
  )
}

before <- proc.time()
run(environment, until = wanted * gap / tiers[[1]]$nodes)
spent <- proc.time() - before

visits <- get_mon_arrivals(environment, per_resource = TRUE)
waits <- visits$end_time - visits$start_time - visits$activity_time
customers <- sum(vapply(
  seq_len(tiers[[1]]$nodes) - 1,
  function(node) as.numeric(get_n_generated(environment, paste0("customer", node, "_"))),
  0
))
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) * 1024
processor <- spent[["user.self"]] + spent[["sys.self"]]
cat(toJSON(list(
  engine = "simmer", model = name, customers = customers,
  cpuSeconds = processor, wallSeconds = spent[["elapsed"]],
  meanWait = mean(waits, na.rm = TRUE), throughput = customers / processor, peakMemoryBytes = peak
), auto_unbox = TRUE, digits = 12), "\n", sep = "")
