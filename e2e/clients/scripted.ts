import type { ContentBlock, MessagesRequest, Recorded, Respond, Step } from "../../src-main/demo/messages-api";
import { type StandIn, startStandIn } from "../../src-main/demo/stand-in";
import { type Serving, startServe } from "./serve";

/** A server whose model is a script: the real CLI talks to a stand-in of the Messages API. */
export interface Scripted extends Serving {
  upstream: StandIn;
}

export async function startScripted(
  root: string,
  respond: Respond,
  settings: Record<string, Record<string, unknown>> = {},
): Promise<Scripted> {
  const upstream = await startStandIn({ respond });
  try {
    const serving = await startServe(root, {
      settings,
      env: { ANTHROPIC_BASE_URL: upstream.url, CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-test" },
    });
    return {
      ...serving,
      upstream,
      async stop() {
        try {
          await serving.stop();
        } finally {
          await upstream.close();
        }
      },
    };
  } catch (error) {
    await upstream.close();
    throw error;
  }
}

/** A text as a model streams it: word by word, `pace` milliseconds apart. */
export function* say(text: string, pace = 0): Generator<Step> {
  for (const word of text.match(/\s*\S+/g) ?? []) {
    yield { text: word };
    if (pace > 0) yield { wait: pace };
  }
}

/** What is asked: the blocks of the last message, without the reminders that the CLI adds. */
export function askedBlocks({ messages }: MessagesRequest): ContentBlock[] {
  const content = messages[messages.length - 1]?.content ?? [];
  const blocks = typeof content === "string" ? [{ type: "text", text: content }] : content;
  return blocks.filter((block) => !block.text?.startsWith("<system-reminder>"));
}

export const askedText = (body: MessagesRequest): string =>
  askedBlocks(body)
    .map(({ text }) => text ?? "")
    .join(" ");

/** Which CLI process a request came from. */
export const processOf = ({ headers }: Recorded): unknown => headers["x-claude-code-session-id"];
