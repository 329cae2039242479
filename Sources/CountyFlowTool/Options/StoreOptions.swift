import ArgumentParser
import ResultStore

/// What a run keeps in its results.sqlite.
struct StoreOptions: ParsableArguments {
  @Flag(help: "Keep settlements by year, counties by quarter and month too, for every replication.")
  var byPlace = false

  /// How many readings of each run are kept.
  var detail: StudyStore.Detail { byPlace ? .byPlace : .whole }
}
