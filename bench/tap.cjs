const childProcess = require("node:child_process");
const { writeFileSync } = require("node:fs");

/**
 * Loaded into Brainstem by the benchmark alone: notes when each token comes out of a CLI process, by the system's
 * monotonic clock in nanoseconds, and writes the notes to the file in BENCH_TAP when Brainstem ends.
 */
const heard = [];
const { spawn } = childProcess;
childProcess.spawn = (...given) => {
  const child = spawn(...given);
  child.stdout?.on("data", (chunk) => {
    const at = Number(process.hrtime.bigint());
    for (const [, token] of chunk.toString("latin1").matchAll(/"text_delta","text":"(w\d+) "/g))
      heard.push([token, at]);
  });
  return child;
};
process.on("exit", () => writeFileSync(process.env.BENCH_TAP, JSON.stringify(heard)));
