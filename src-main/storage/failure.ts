import type { z } from "zod";
import { Failure, type FailureCause, type FailureCode } from "../failure";

const CAUSES: Record<string, FailureCause> = {
  ENOSPC: "disk_full",
  EDQUOT: "quota_used",
  EROFS: "read_only",
  EACCES: "denied",
  EPERM: "denied",
  ENOENT: "gone",
  EISDIR: "folder_in_place",
  ENOTDIR: "no_folder",
  EIO: "disk_error",
  EMFILE: "too_many_files",
  ENFILE: "too_many_files",
};

/** What may pass: the same write can succeed later. */
const passing = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENFILE", "EFBIG"]);

/** Whether it is the disk's state that an operation failed for, and worth another attempt. */
export const mayPass = (error: unknown): boolean => passing.has(codeOf(error) ?? "");

/** The system's code of an error, e.g. `ENOSPC`, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** What did not work with a file, and why in plain words. */
export function fileFailure(what: FailureCode, error: unknown, values: Record<string, string> = {}): Failure {
  const words = error instanceof Error ? error.message : String(error);
  const why = CAUSES[codeOf(error) ?? ""];
  return new Failure(what, why ? values : { ...values, why: words.replace(/\.$/, "") }, { why, cause: error });
}

const ISSUES: Partial<Record<z.core.$ZodIssue["code"], FailureCause>> = {
  invalid_type: "wrong_kind",
  invalid_value: "not_offered",
  too_small: "too_small",
  too_big: "too_large",
};

/** What of a value its schema does not take: in English as the schema says it. */
export function valueFailure(
  what: FailureCode,
  issue: z.core.$ZodIssue | undefined,
  values: Record<string, string>,
): Failure {
  return new Failure(
    what,
    { ...values, why: issue?.message ?? "not accepted" },
    { why: (issue && ISSUES[issue.code]) ?? "wrong_form" },
  );
}
