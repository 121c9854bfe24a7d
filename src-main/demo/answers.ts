import type { ContentBlock, MessagesRequest, Reply, Step } from "./messages-api";

/** Milliseconds between two words: about the pace of a quick model. */
const pace = 25;

/** What the built-in demo brain answers: deterministic, knows the conversation, calls a tool when asked to by its name. */
export function demoAnswer(request: MessagesRequest): Reply {
  const questions = request.messages.filter((message) => message.role === "user").map(spokenText);
  const last = request.messages[request.messages.length - 1];
  const result = blocks(last?.content).find((block) => block.type === "tool_result");
  if (result) return say(`The tool says: ${resultText(result)}`);
  const question = questions[questions.length - 1] ?? "";
  const tool = request.tools?.find(({ name }) => question.includes(name.replace(/^mcp__client__/, "")));
  if (tool)
    return {
      steps: [
        { text: "Let me look that up." },
        { tool: tool.name, id: `toolu_demo_${questions.length}`, input: [demoInput(tool)] },
      ],
    };
  const earlier = questions.length > 1 ? ` Earlier you said: “${questions[questions.length - 2]}”.` : "";
  return say(
    `${/\b(table|code|markdown)\b/i.test(question) ? showcase : ""}You said: “${question}”.${earlier}${welcome(questions.length)}`,
  );
}

function welcome(turn: number): string {
  if (turn > 1) return "";
  return " I am Brainstem’s demo brain: I live inside this app, without an account or a network. Log in with your own Claude account and a real model answers in my place.";
}

const showcase = `Here is **Markdown**, as it streams:

| part | what it does |
| --- | --- |
| window | shows live tokens |
| endpoint | speaks OpenAI’s protocol |
| tray | starts and stops the brain |

\`\`\`ts
for await (const event of brain.run(turn, signal)) show(event);
\`\`\`

`;

function say(text: string): Reply {
  const words = text.match(/\S+\s*|\s+/g) ?? [];
  const steps = words.flatMap((word): Step[] => [{ text: word }, { wait: pace }]);
  return { steps, usage: { input_tokens: 20, output_tokens: words.length } };
}

const blocks = (content: string | ContentBlock[] | undefined): ContentBlock[] =>
  typeof content === "string" ? [{ type: "text", text: content }] : (content ?? []);

/** What the person said, without the reminders that the CLI adds. */
function spokenText(message: MessagesRequest["messages"][number]): string {
  return blocks(message.content)
    .filter((block) => block.type === "text" && !block.text?.startsWith("<system-reminder>"))
    .map((block) => block.text?.trim())
    .join(" ");
}

function resultText(block: ContentBlock): string {
  const content = block["content"];
  return typeof content === "string"
    ? content
    : blocks(content as ContentBlock[])
        .map(({ text }) => text ?? "")
        .join(" ");
}

/** A value for every required property that a schema names. */
function demoInput(tool: NonNullable<MessagesRequest["tools"]>[number]): string {
  const schema = tool.input_schema as { properties?: Record<string, { type?: string }> } | undefined;
  const entries = Object.entries(schema?.properties ?? {}).map(([name, { type }]) => [
    name,
    type === "number" || type === "integer" ? 1 : type === "boolean" ? true : "Sofia",
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}
