import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8's space for new objects at the few MiB that the start has given it. By itself Node 24 lets it grow to
 * 128 MiB under load and keeps it: memory that holds nothing but garbage. For plain Node; Electron sets its own.
 */
export function boundYoungGeneration(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
