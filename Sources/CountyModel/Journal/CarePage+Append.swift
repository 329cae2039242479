extension CarePage {
  /// Appends what happened next.
  public mutating func append(_ next: CarePage) {
    episodes += next.episodes
    events += next.events
  }
}
