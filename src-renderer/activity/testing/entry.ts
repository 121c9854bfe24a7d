import type { ActivityEntry } from "../../../src-shared/activity";

/** A finished turn of an app without words, but for what is said of it. */
export const entry = (id: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  at: 0,
  caller: "Pipecat",
  callerKind: "http",
  model: "claude-sonnet-4-6",
  state: "done",
  callId: "call",
  words: 0,
  tools: [],
  promptText: "",
  replyText: "",
  replyLength: 0,
  ...more,
});
