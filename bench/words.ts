/** What every way is asked, so that all carry the same load. */
export const model = "claude-sonnet-4-6";
export const systemPrompt = "You are a voice assistant. Answer in one or two short sentences.";
export const question = (mark: string): string => `What will the weather be like this afternoon? ${mark}`;

/** A conversation of so many turns that a client sends along. */
export function longHistory(turns: number): { role: "user" | "assistant"; content: string }[] {
  return Array.from({ length: turns }, (_, index) => [
    { role: "user" as const, content: `Question ${index + 1}: what should I know about the day ahead of me?` },
    {
      role: "assistant" as const,
      content: `Answer ${index + 1}: it stays dry until five, then take an umbrella along.`,
    },
  ]).flat();
}

export const weatherTool = {
  type: "function",
  function: {
    name: "get_weather",
    description: "The weather of a city.",
    parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
};
