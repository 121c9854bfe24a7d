import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a program finds in the place of a folder: a disk of so many MiB, or the folder itself without leave to write. */
export type Disk = { MiB: number } | "read-only";

/** Mounts are seen by this program and its children alone, and gone with them. */
const asRoot = process.getuid?.() === 0 ? ["unshare", "-m"] : ["unshare", "-Urm"];

/** Why these tests cannot run here; undefined where they can. */
export function noDisks(): string | undefined {
  if (process.platform !== "linux") return "mounts, as Linux has them";
  try {
    execFileSync(asRoot[0] as string, [...asRoot.slice(1), "mount", "-t", "tmpfs", "tmpfs", "/mnt"], {
      stdio: "ignore",
    });
    return undefined;
  } catch {
    return "nothing may be mounted here";
  }
}

/** What to put before a program so that it has such a disk at `folder`. */
export function withDisk(folder: string, disk: Disk): string[] {
  const mount =
    disk === "read-only"
      ? 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'
      : `mount -t tmpfs -o size=${disk.MiB}m,mode=700 tmpfs "$0"`;
  return [...asRoot, "sh", "-c", `${mount} && exec "$@"`, folder];
}

/** The same as a script to be run in the app's place. */
export function wrapperWithDisk(place: string, folder: string, disk: Disk): string {
  const script = path.join(place, "with-disk.sh");
  const quoted = withDisk(folder, disk).map((word) => `'${word}'`);
  writeFileSync(script, `#!/bin/sh\nexec ${quoted.join(" ")} "$APP" "$@"\n`, { mode: 0o755 });
  return script;
}

/** That disk, as a running program sees it. */
export class SeenDisk {
  private fillers = 0;

  constructor(
    private readonly pid: number,
    private readonly folder: string,
  ) {}

  at(...names: string[]): string {
    return path.join(`/proc/${this.pid}/root`, this.folder, ...names);
  }

  read(...names: string[]): string {
    return readFileSync(this.at(...names), "utf8");
  }

  /** Leaves no room; what is freed later is room again. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.at());
    this.fillers += 1;
    writeFileSync(this.at(`filler-${this.fillers}`), Buffer.alloc(bavail * bsize, 1));
  }

  free(): void {
    for (; this.fillers > 0; this.fillers -= 1) rmSync(this.at(`filler-${this.fillers}`));
  }
}
