import { endTree } from "../../programs/process-tree";
import { BrainError, type Effort, type TurnEvent, type TurnRequest } from "../../turn";
import { planFromNothing } from "../conversation/plan";
import { Session } from "../pool/session";
import type { CliProcess } from "../process/process";

/** Runs one turn in a process with tools; however it ends, nothing that the tools started is left. */
export async function* runAgentTurn(
  process: CliProcess,
  mark: string,
  request: TurnRequest,
  effort: Effort,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  if (request.tools.length > 0)
    throw new BrainError(
      "invalid_request",
      "This agent has tools of its own and takes none from a request.",
      undefined,
      "tools",
    );
  const session = new Session(process, request.model, () => {});
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  try {
    yield { type: "accepted", backend: "claude-cli", model: request.model, warm: "cold" };
    yield* session.run(request, planFromNothing(request), effort, ending.signal);
  } finally {
    signal.removeEventListener("abort", end);
    end();
    session.end();
    await endTree(process.running ? process.pid : undefined, mark);
    await process.ended;
  }
}
