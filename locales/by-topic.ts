/** A language's texts by topic: those of the file `./chat.json` are under `chat`. */
export const byTopic = (files: Record<string, object>): Record<string, object> =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.slice("./".length, -".json".length), texts]));
