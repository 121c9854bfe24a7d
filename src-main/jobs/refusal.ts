/** Why a job cannot be started or found; the message is a sentence. */
export class JobRefusal extends Error {
  override readonly name = "JobRefusal";
  constructor(
    readonly reason:
      | "agent_not_found"
      | "model_not_found"
      | "workspace_missing"
      | "workspace_busy"
      | "too_many_jobs"
      | "job_not_found"
      | "question_not_found"
      | "already_answered",
    message: string,
    /** The names that may be used in place of an unknown one. */
    readonly supported?: string[],
  ) {
    super(message);
  }
}
