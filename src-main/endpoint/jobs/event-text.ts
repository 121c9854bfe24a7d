import type { JobEvent } from "../../../src-shared/jobs";
import { questionObject, usageObject } from "./job-object";

/** An event of a job as a stream of events carries it. */
export function eventText(event: JobEvent): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(dataOf(event))}\n\n`;
}

function dataOf(event: JobEvent): unknown {
  switch (event.type) {
    case "progress": {
      const { what, tool, callId, input, ok, text } = event;
      return { step: what, tool, call_id: callId, input, ok, text };
    }
    case "token":
      return { text: event.text };
    case "confirm":
      return questionObject(event.question);
    case "done":
      return { status: "completed", output: event.output, usage: usageObject(event.usage), cost_usd: event.costUsd };
    case "error":
      return { status: event.status, error: event.error };
  }
}
