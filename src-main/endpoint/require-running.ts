import type { BrainStatus, ErrorReason } from "../../src-shared/brain-status";
import { BrainError, type ErrorKind } from "../brain/turn";

const kinds: Record<ErrorReason, ErrorKind> = {
  cli_missing: "cli_missing",
  cli_too_old: "cli_too_old",
  cli_crashed: "cli_crashed",
  not_logged_in: "auth_expired",
  port_taken: "stopped",
};

/** Throws what stands in the way, with its help, while the brain cannot answer anything. */
export function requireRunning({ state, code, reason, help }: BrainStatus): void {
  if (state === "stopped") throw new BrainError("stopped", help ?? "The brain is stopped. Start it in Brainstem.");
  if (state !== "error") return;
  throw new BrainError(
    code ? kinds[code] : "upstream_failed",
    help ?? `The brain cannot answer: ${reason ?? "error"}.`,
  );
}
