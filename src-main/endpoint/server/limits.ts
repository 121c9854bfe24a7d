/** What one client may take of the endpoint. Times are milliseconds, sizes bytes. */
export interface Limits {
  /** A request's headers must be complete after this. */
  headersMs: number;
  /** The whole request, body included, must be complete after this. */
  requestMs: number;
  /** How often the two above are looked at. */
  checkMs: number;
  /** An unused connection is kept for the client's next turn. */
  keepAliveMs: number;
  headerBytes: number;
  bodyBytes: number;
  connections: number;
  /** Nesting of a JSON body. */
  jsonDepth: number;
  /** How long a client may leave a full socket unread. */
  stallMs: number;
  /** Between the comments that keep a silent stream open. */
  commentMs: number;
  /** The same for the stream of a job. */
  jobCommentMs: number;
  /** Between looks for kept responses and sessions that have grown old. */
  sweepMs: number;
  /** What stopping leaves to live connections. */
  graceMs: number;
}

export const defaultLimits: Limits = {
  headersMs: 10_000,
  // The same as for headers: to Node 16 a client that stalls in its headers is just a slow request.
  requestMs: 10_000,
  checkMs: 1_000,
  keepAliveMs: 60_000,
  headerBytes: 16 * 1024,
  bodyBytes: 32 * 1024 * 1024,
  connections: 256,
  jsonDepth: 100,
  stallMs: 30_000,
  commentMs: 10_000,
  jobCommentMs: 20_000,
  sweepMs: 60_000,
  graceMs: 500,
};
