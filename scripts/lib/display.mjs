import { spawn } from "node:child_process";
import { SetupError } from "./say.mjs";

/** Whether a window can be shown. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Starts an Xvfb on a free display number.
 * @param {string} [size] width and height in pixels
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>} `display` e.g. `:99`
 */
export async function startDisplay(size = "1440x900") {
  const args = ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-noreset"];
  const child = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const gone = new Promise((resolve) => child.once("close", resolve));
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    words += text;
  });
  const number = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new SetupError(`Xvfb did not start: ${words.trim()}`)));
    child.stdio[3].setEncoding("utf8").once("data", (text) => resolve(text.trim()));
  });
  return {
    display: `:${number}`,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}
