import { z } from "zod";
import type { Settings } from "../../../src-shared/settings";
import { type SpeakTool, speak } from "../../brain/speak-tool";
import type { TurnRequest } from "../../brain/turn";
import type { EndpointContext } from "../context";

/**
 * Extensions of a request: the tool whose text argument (`message` unless said) is streamed as the answer's content
 * while the model still writes it. The call itself is not told, so the history that is sent next has only the text;
 * the finish is `stop` unless there are other calls. An empty name switches off what the settings name.
 */
export const SpeakFields = {
  x_speak_tool: z.string().max(64).nullish(),
  x_speak_argument: z.string().min(1).max(64).nullish(),
};
interface Asked {
  x_speak_tool?: string | null | undefined;
  x_speak_argument?: string | null | undefined;
}

/** The turn as the brain runs it, or with the words of a speaking tool as its text. */
export function runSpeaking(context: EndpointContext, turn: TurnRequest, asked: Asked) {
  const speakTool = chooseSpeakTool(asked, context.settings().endpoint);
  const speaks = turn.tools.some(({ name }) => name === speakTool.tool);
  if (!speaks) return (signal: AbortSignal) => context.brain.run(turn, signal);
  const spoken = { ...turn, caller: { ...turn.caller, speaks: speakTool } };
  return (signal: AbortSignal) => speak(context.brain.run(spoken, signal), speakTool);
}

function chooseSpeakTool({ x_speak_tool, x_speak_argument }: Asked, settings: Settings["endpoint"]): SpeakTool {
  return { tool: x_speak_tool ?? settings.speakTool, argument: x_speak_argument ?? settings.speakArgument };
}
