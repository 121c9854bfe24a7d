import type { ActivityEntry } from "../../../src-shared/activity";
import { curlCommand, type Place } from "../../../src-shared/snippets";
import { Failure } from "../../failure";

/**
 * A command that asks a turn's question again, where it was asked. Says in its first line where the record is shorter
 * than what was asked. Throws a sentence where the words were not kept.
 */
export function curlOf(entry: ActivityEntry, place: Omit<Place, "model">): string {
  if (entry.wordless) throw new Failure("words_not_kept");
  const metadata = whole(entry.metadata);
  const command = curlCommand(place, bodyOf(entry, metadata), entry.route);
  const cut = entry.shortened || (entry.metadata !== undefined && !metadata);
  return cut
    ? `# Approximate: only the last message is in Brainstem's record, not all that was sent.\n${command}`
    : command;
}

function bodyOf(entry: ActivityEntry, metadata: unknown): Record<string, unknown> {
  const { route, model, session, user, promptText, maxTokens } = entry;
  const asked = { model, stream: true };
  const messages = [{ role: "user", content: promptText }];
  const whose = { ...(user ? { user } : {}), ...(metadata ? { metadata } : {}) };
  const most = (field: string) => (maxTokens === undefined ? {} : { [field]: maxTokens });
  switch (route) {
    case "conversational":
      return { session_id: session, message: promptText, model };
    case "messages":
      return { ...asked, max_tokens: maxTokens, messages, ...(user ? { metadata: { user_id: user } } : {}) };
    case "responses":
      return { ...asked, input: promptText, ...whose, ...most("max_output_tokens") };
    default:
      return { ...asked, messages, ...whose, ...most("max_completion_tokens") };
  }
}

/** The metadata, unless it was cut in the middle. */
function whole(metadata: string | undefined): unknown {
  try {
    return metadata && JSON.parse(metadata);
  } catch {
    return undefined;
  }
}
