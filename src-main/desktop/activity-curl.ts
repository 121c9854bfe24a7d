import type { ActivityEntry } from "../../src-shared/activity";
import { curlCommand, type Place } from "../../src-shared/snippets";
import { Failure } from "../failure";

/**
 * A command that asks a turn's question again. Says in its first line where the record is shorter than what was
 * asked. Throws a sentence where the words were not kept.
 */
export function curlOf(entry: ActivityEntry, place: Omit<Place, "model">): string {
  const { model, user, promptText, wordless, shortened } = entry;
  if (wordless) throw new Failure("words_not_kept");
  const metadata = whole(entry.metadata);
  const command = curlCommand(place, {
    model,
    stream: true,
    messages: [{ role: "user", content: promptText }],
    ...(user ? { user } : {}),
    ...(metadata ? { metadata } : {}),
  });
  const cut = shortened || (entry.metadata !== undefined && !metadata);
  return cut
    ? `# Approximate: only the last message is in Brainstem's record, not all that was sent.\n${command}`
    : command;
}

/** The metadata, unless it was cut in the middle. */
function whole(metadata: string | undefined): unknown {
  try {
    return metadata && JSON.parse(metadata);
  } catch {
    return undefined;
  }
}
