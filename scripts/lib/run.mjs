import { spawn } from "node:child_process";
import { childEnv, root } from "./paths.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program to its end and captures what it prints. A `timeoutMs` ends it and counts as a failure.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr as they came
 */
export function capture(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? childEnv(),
    stdio: ["ignore", "pipe", "pipe"],
    shell: needsShell(command),
  });
  const timer = options.timeoutMs ? setTimeout(() => child.kill("SIGKILL"), options.timeoutMs) : undefined;
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  return new Promise((resolve) => {
    const end = (code, words = "") => {
      clearTimeout(timer);
      resolve({ code, stdout, output: output + words });
    };
    child.on("error", (error) => end(127, error.message));
    child.on("close", (code) => end(code ?? 1));
  });
}

/**
 * Runs a program on this terminal to its end, passing on the signals that end us.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdout?: "inherit" | "stderr" }} [options]
 * @returns {Promise<number>} its exit code (128 + signal number when a signal ended it)
 */
export function follow(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? childEnv(),
    stdio: ["inherit", options.stdout === "stderr" ? process.stderr : "inherit", "inherit"],
    shell: needsShell(command),
  });
  // A terminal sends Ctrl+C to the child itself.
  const pass = (signal) => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** npm and the tools in node_modules/.bin are .cmd files on Windows, which only a shell starts. */
function needsShell(command) {
  return process.platform === "win32" && !/[\\/]/.test(command);
}
