/**
 * What lies between a producer that is never awaited and a consumer that may be slow: values in order, then an end or
 * an error. `level` is told each time the number of waiting values changes, so that the producer can be held back.
 */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  private readonly values: T[] = [];
  private waiting: { resolve: (r: IteratorResult<T>) => void; reject: (e: unknown) => void } | undefined;
  private closed = false;
  private failure: unknown;

  constructor(private readonly level: (waiting: number) => void = () => {}) {}

  push(value: T): void {
    if (this.closed) return;
    if (this.waiting) {
      this.waiting.resolve({ value, done: false });
      this.waiting = undefined;
      return;
    }
    this.values.push(value);
    this.level(this.values.length);
  }

  end(): void {
    this.close(undefined);
  }

  /** What was pushed before is still read; then the error is thrown. */
  fail(error: unknown): void {
    this.close(error);
  }

  next(): Promise<IteratorResult<T>> {
    if (this.values.length > 0) {
      const value = this.values.shift() as T;
      this.level(this.values.length);
      return Promise.resolve({ value, done: false });
    }
    if (this.failure !== undefined) {
      const error = this.failure;
      this.failure = undefined;
      return Promise.reject(error);
    }
    if (this.closed) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private close(error: unknown): void {
    if (this.closed) return;
    this.closed = true;
    if (!this.waiting) this.failure = error;
    else if (error === undefined) this.waiting.resolve({ value: undefined, done: true });
    else this.waiting.reject(error);
    this.waiting = undefined;
  }
}
