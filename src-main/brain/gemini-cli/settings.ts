import type { Effort, TurnRequest } from "../turn";

/** Stop texts that the API takes. */
const mostStops = 5;

/** Stop texts that the API looks for, and those that are looked for here. */
export function splitStops(stops: readonly string[]): { sentByApi: string[]; foundHere: string[] } {
  const worded = stops.filter((stop) => stop.trim() !== "");
  const sentByApi = worded.slice(0, mostStops);
  return { sentByApi, foundHere: stops.filter((stop) => stop !== "" && !sentByApi.includes(stop)) };
}

/**
 * The CLI's settings for one turn. They stand in the turn's own folder, where they win over a person's: a plain
 * conversation without tools, servers, hooks, memory files, retries or telemetry, and the caller's own bounds.
 */
export function toSettings(request: TurnRequest, effort: Effort, loginType: string): Record<string, unknown> {
  const generateContentConfig = {
    ...(request.maxTokens === undefined ? {} : { maxOutputTokens: request.maxTokens }),
    ...(request.stop.length > 0 ? { stopSequences: splitStops(request.stop).sentByApi } : {}),
    ...(request.json ? { responseMimeType: "application/json" } : {}),
    ...(request.json?.schema ? { responseJsonSchema: request.json.schema } : {}),
    ...toThinking(request.model, effort),
  };
  return {
    security: { auth: { selectedType: loginType } },
    tools: { core: [] },
    mcp: { allowed: [] },
    context: { includeDirectoryTree: false, fileName: "no-such-file.md" },
    skills: { enabled: false },
    hooksConfig: { enabled: false },
    privacy: { usageStatisticsEnabled: false },
    general: { maxAttempts: 1, retryFetchErrors: false, enableAutoUpdate: false, topicUpdateNarration: false },
    // The history is the caller's: it is neither compressed nor looked through for loops.
    model: { compressionThreshold: 1, disableLoopDetection: true },
    modelConfigs: {
      customOverrides: [{ match: { model: request.model }, modelConfig: { generateContentConfig } }],
    },
  };
}

const budgets: Record<Effort, number> = { none: 0, minimal: 512, low: 1024, medium: 8192, high: 24_576 };
/** This one cannot be kept from thinking. */
const leastOfPro = 128;

/** How much the model thinks, in the terms of its generation; its thoughts are not told, for the CLI drops them. */
function toThinking(model: string, effort: Effort): Record<string, unknown> {
  const silent = { includeThoughts: false };
  if (/gemini-2\.5-pro/.test(model))
    return { thinkingConfig: { ...silent, thinkingBudget: Math.max(leastOfPro, budgets[effort]) } };
  if (/gemini-2\.5/.test(model)) return { thinkingConfig: { ...silent, thinkingBudget: budgets[effort] } };
  const thinkingLevel = effort === "medium" || effort === "high" ? "HIGH" : "LOW";
  return /gemini-[3-9]/.test(model) ? { thinkingConfig: { ...silent, thinkingLevel } } : {};
}
