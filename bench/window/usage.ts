import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux has had them on every machine since 2.6. */
const ticksASecond = 100;
const pageBytes = 4096;

/** What processes use together: processor seconds by now, and resident memory (shared pages count for each). */
export interface Used {
  seconds: number;
  residentMiB: number;
}

interface Entry extends Used {
  pid: number;
  parent: number;
  name: string;
}

/** What the app and its children use, and apart from them the Claude CLI's processes. */
export function readUse(pid: number): { app: Used; claude: Used } {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readEntry(Number(name)) : []));
  const family = [...all.filter((one) => one.pid === pid)];
  for (const one of family) family.push(...all.filter(({ parent }) => parent === one.pid));
  const isClaude = ({ name }: Entry) => name.startsWith("claude");
  return { app: sum(family.filter((one) => !isClaude(one))), claude: sum(family.filter(isClaude)) };
}

function sum(entries: Entry[]): Used {
  return {
    seconds: entries.reduce((total, { seconds }) => total + seconds, 0),
    residentMiB: entries.reduce((total, { residentMiB }) => total + residentMiB, 0),
  };
}

/** Nothing when it has ended meanwhile. */
function readEntry(pid: number): Entry[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const fields = stat
      .slice(end + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = (fields[11] ?? 0) + (fields[12] ?? 0);
    const residentMiB = ((fields[21] ?? 0) * pageBytes) / 2 ** 20;
    return [{ pid, parent, name: stat.slice(stat.indexOf("(") + 1, end), seconds: ticks / ticksASecond, residentMiB }];
  } catch {
    return [];
  }
}
