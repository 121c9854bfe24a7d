import { codeOf } from "../storage/failure";

/** A turn of a session was answered and could not be remembered: the session is as it was before. */
export class UnsavedTurn extends Error {
  override readonly name = "UnsavedTurn";
  /** Whether there is no room for it, rather than another fault of the disk. */
  readonly noRoom: boolean;

  constructor(cause: unknown) {
    const code = codeOf(cause) ?? "";
    const noRoom = ["ENOSPC", "EDQUOT"].includes(code);
    const why = noRoom ? "the disk is full" : `the disk refused it${code && ` (${code})`}`;
    const mend = noRoom ? "Make room on the disk of Brainstem's folder" : "Look after the disk of Brainstem's folder";
    super(`This turn was not remembered: ${why}. ${mend}, then say it again; the session is as it was.`, { cause });
    this.noRoom = noRoom;
  }
}
