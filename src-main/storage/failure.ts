const CAUSES: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  ENOENT: "the file or its folder is gone",
  EIO: "the disk reported an error",
  EMFILE: "too many files are open",
};

/** The system's code of an error, e.g. `ENOSPC`, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** An error whose message is a sentence for a person: what did not work, and why in plain words. */
export function sentence(what: string, error: unknown): Error {
  const why = CAUSES[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
  return new Error(`${what}: ${why.replace(/\.$/, "")}.`, { cause: error });
}
