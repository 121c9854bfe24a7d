import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ask, user } from "../../testing/real-brain";
import { BrainError } from "../../turn";
import { Pool } from "./pool";
import type { Session, SessionState } from "./session";
import type { PoolLimits } from "./worn-out";

/** A process that does only what the pool looks at. */
interface Fake {
  state: SessionState;
  turns: number;
  lastUsed: number;
  identity: undefined;
  died: boolean;
  items: [];
  unfit: Promise<BrainError | undefined>;
  process: {
    pid: number;
    ended: Promise<{ words: string; code: number }>;
    request: () => Promise<unknown>;
    isAlive: () => Promise<boolean>;
  };
  reserve(): void;
  end(): void;
}

const limits: PoolLimits = { spares: 0, maxIdle: 3, idleMinutes: 10, idleMemoryMiB: 1000, toolResultSeconds: 60 };
let sessions: Fake[] = [];
const ended: number[] = [];
const events = { ready: vi.fn(), crashLoop: vi.fn(), fit: async () => {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sessions = [];
  ended.length = 0;
  vi.clearAllMocks();
});

/** `lives`: whether a process that is started now comes to life. */
async function makePool(changes: Partial<PoolLimits>, lives = () => true): Promise<Pool> {
  const launch = () => {
    const alive = lives();
    const pid = sessions.length + 1;
    let resolve: (end: { words: string; code: number }) => void = () => {};
    const whenEnded = new Promise<{ words: string; code: number }>((done) => {
      resolve = done;
    });
    if (!alive) resolve({ words: "no", code: 1 });
    const session: Fake = {
      ...{ state: "spare", turns: 0, lastUsed: performance.now() + pid, identity: undefined, died: !alive, items: [] },
      unfit: Promise.resolve(undefined),
      process: {
        ...{ pid, ended: whenEnded, isAlive: async () => alive },
        request: async () => (alive ? { response: { models: [] } } : undefined),
      },
      reserve: () => {
        session.state = "busy";
      },
      end() {
        session.state = "gone";
        ended.push(pid);
        resolve({ words: "", code: 0 });
      },
    };
    sessions.push(session);
    return session as unknown as Session;
  };
  const pool = new Pool(launch, () => ({ ...limits, ...changes }), events);
  pool.start();
  // Whether the program is fit is asked first.
  await vi.advanceTimersByTimeAsync(0);
  return pool;
}

/** A pool with so many processes that wait with a history; the last was used last. */
async function withIdle(count: number, changes: Partial<PoolLimits> = {}): Promise<Pool> {
  const pool = await makePool({ ...changes, spares: count });
  for (const session of sessions) session.state = "idle";
  return pool;
}

test("only so many processes wait with a history: the ones unused for longest end", async () => {
  (await withIdle(5)).sweep();
  expect(ended.sort()).toEqual([1, 2]);
});

test("only so much memory waits", async () => {
  (await withIdle(3)).sweep(() => 400);
  expect(ended).toEqual([1]);
});

test("a process ends after its time, and after two hundred turns", async () => {
  const pool = await withIdle(3);
  (sessions[1] as Fake).turns = 199;
  (sessions[2] as Fake).turns = 200;
  (sessions[0] as Fake).lastUsed -= 10 * 60_000 + 1_000;
  pool.sweep();
  expect(ended.sort()).toEqual([1, 3]);
});

test("one that waits for a tool's result does so for a shorter time", async () => {
  const pool = await withIdle(2);
  (sessions[0] as Fake).state = "calling";
  vi.advanceTimersByTime(61_000);
  pool.sweep();
  expect(ended).toEqual([1]);
});

test("processes that do not come to life are tried after 0.5 s, 1 s, 2 s … 30 s, and said after the third", async () => {
  await makePool({ spares: 1 }, () => false);
  const waits: number[] = [];
  for (let count = 1; waits.length < 9; count = sessions.length) {
    let waited = 0;
    await vi.advanceTimersByTimeAsync(0);
    while (sessions.length === count && waited < 60_000) {
      await vi.advanceTimersByTimeAsync(100);
      waited += 100;
    }
    waits.push(waited);
    expect(events.crashLoop.mock.calls.length).toBe(Math.max(0, waits.length - 1));
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test("a waiting process is taken only once it has told that its version will do", async () => {
  const pool = await makePool({ spares: 2 });
  let tell = (_: BrainError) => {};
  (sessions[0] as Fake).unfit = new Promise((resolve) => {
    tell = resolve;
  });
  const taken = pool.take(ask([user("Hi")]), new AbortController().signal);
  await vi.advanceTimersByTimeAsync(0);
  tell(new BrainError("cli_too_old", "Too old."));
  expect((await taken).session.process.pid).toBe(2);
  expect(ended).toEqual([1]);
});

test("while something is answered, a spare is made up for only where none is left", async () => {
  const pool = await makePool({ spares: 2 });
  const [first, second] = sessions as [Fake, Fake];
  const made = async () => {
    pool.sweep();
    await vi.advanceTimersByTimeAsync(1000);
    return sessions.length - 2;
  };
  first.state = "busy";
  expect(await made()).toBe(0);
  second.state = "busy";
  expect(await made()).toBe(2);
  (sessions[2] as Fake).state = "busy";
  expect(await made()).toBe(2);
  for (const session of sessions) if (session.state === "busy") session.state = "idle";
  expect(await made()).toBe(3);
});

test("one that comes to life ends that: the next that does not is tried again after 0.5 s", async () => {
  let alive = false;
  const pool = await makePool({ spares: 1 }, () => alive);
  await vi.advanceTimersByTimeAsync(500);
  alive = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect([sessions.length, events.ready.mock.calls.length]).toEqual([3, 1]);
  alive = false;
  pool.renew("spare");
  await vi.advanceTimersByTimeAsync(400);
  expect(sessions).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(200);
  expect(sessions).toHaveLength(5);
});

test("stopping ends them all and starts none", async () => {
  const pool = await withIdle(2);
  await pool.stop();
  expect(ended).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sessions).toHaveLength(2);
});
