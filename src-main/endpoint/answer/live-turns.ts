/** The answers being written right now, so that stopping can end each with an error its client sees. */
export class LiveTurns {
  private readonly ends = new Set<(error: Error) => void>();

  /** Returns the function that takes it out again. */
  add(end: (error: Error) => void): () => void {
    this.ends.add(end);
    return () => this.ends.delete(end);
  }

  endAll(error: Error): void {
    for (const end of [...this.ends]) end(error);
  }
}
