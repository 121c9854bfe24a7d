import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rectangle } from "electron";
import { z } from "zod";
import { replaceFile } from "../../storage/replace-file";

const Stored = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(420).max(20_000).default(1080),
  height: z.number().int().min(360).max(20_000).default(760),
  maximized: z.boolean().default(false),
});
/** Where the window stood. Without x and y the system places it. */
export interface Placement {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

/** The placement of the last time; its position is dropped when none of `screens` shows enough of it any more. */
export function loadPlacement(home: string, screens: Rectangle[]): Placement {
  const { x, y, ...size } = readPlacement(fileIn(home));
  const isSeen =
    x !== undefined && y !== undefined && screens.some((screen) => showsTitleBar(screen, x, y, size.width));
  return isSeen ? { x, y, ...size } : size;
}

/** Never rejects: a failure costs only the placement. */
export async function savePlacement(home: string, placement: Placement): Promise<void> {
  await replaceFile(fileIn(home), JSON.stringify(placement)).catch(() => {});
}

function fileIn(home: string): string {
  return join(home, "window.json");
}

function readPlacement(path: string): z.infer<typeof Stored> {
  try {
    return Stored.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return Stored.parse({});
  }
}

function showsTitleBar(screen: Rectangle, x: number, y: number, width: number): boolean {
  const visibleWidth = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return visibleWidth >= 120 && y >= screen.y && y <= screen.y + screen.height - 60;
}
