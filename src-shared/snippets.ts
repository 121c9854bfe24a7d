/** What a snippet speaks to. `address` is the base URL with `/v1`. */
export interface Place {
  address: string;
  key: string;
  model: string;
}

export const snippetNames = ["pipecat", "openai-python", "openai-node", "curl", "litellm", "open-webui"] as const;
export type SnippetName = (typeof snippetNames)[number];

/** What stands in a snippet where the key belongs, wherever it is shown. */
export const keyPlaceholder = "YOUR_KEY";

/** Ready to be pasted: a whole program or file of `language` that asks one question, or connects an app. */
export const snippets: Record<SnippetName, { language: string; make: (place: Place) => string }> = {
  pipecat: { language: "python", make: pipecat },
  "openai-python": { language: "python", make: openaiPython },
  "openai-node": { language: "javascript", make: openaiNode },
  curl: { language: "bash", make: curl },
  litellm: { language: "python", make: litellm },
  "open-webui": { language: "yaml", make: openWebUi },
};

/** A command that posts `body` to a route below the address and shows the events as they come. */
export function curlCommand(
  { address, key }: Omit<Place, "model">,
  body: Record<string, unknown>,
  route = "chat/completions",
): string {
  return `curl -N ${inShell(`${address}/${route}`)} \\
  -H ${inShell(`Authorization: Bearer ${key}`)} \\
  -H 'Content-Type: application/json' \\${route === "conversational" ? "\n  -H 'Accept: text/event-stream' \\" : ""}
  -d ${inShell(JSON.stringify(body))}
`;
}

/** One word of a POSIX shell, whatever is in it. */
const inShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A string of Python, JavaScript and YAML alike. */
const quoted = (text: string): string => JSON.stringify(text);

function pipecat({ address, key, model }: Place): string {
  return `# pip install "pipecat-ai[openai]"
import asyncio

from pipecat.frames.frames import LLMMessagesAppendFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.services.openai.llm import OpenAILLMService
from pipecat.workers.runner import WorkerRunner

llm = OpenAILLMService(
    base_url=${quoted(address)},
    api_key=${quoted(key)},
    settings=OpenAILLMService.Settings(model=${quoted(model)}),
)
aggregators = LLMContextAggregatorPair(LLMContext())
worker = PipelineWorker(Pipeline([aggregators.user(), llm, aggregators.assistant()]))


@aggregators.assistant().event_handler("on_assistant_turn_stopped")
async def on_answer(_aggregator, message):
    print(message.content)
    await worker.stop_when_done()


async def main():
    runner = WorkerRunner()
    await runner.add_workers(worker)
    await worker.queue_frame(LLMMessagesAppendFrame([{"role": "user", "content": "Hello!"}], run_llm=True))
    await runner.run()


asyncio.run(main())
`;
}

function openaiPython({ address, key, model }: Place): string {
  return `# pip install openai
from openai import OpenAI

brain = OpenAI(base_url=${quoted(address)}, api_key=${quoted(key)})
question = [{"role": "user", "content": "Hello!"}]
for chunk in brain.chat.completions.create(model=${quoted(model)}, messages=question, stream=True):
    print(chunk.choices[0].delta.content or "", end="", flush=True)
`;
}

function openaiNode({ address, key, model }: Place): string {
  return `// npm install openai; save this as hello.mjs
import OpenAI from "openai";

const brain = new OpenAI({ baseURL: ${quoted(address)}, apiKey: ${quoted(key)} });
const messages = [{ role: "user", content: "Hello!" }];
for await (const chunk of await brain.chat.completions.create({ model: ${quoted(model)}, messages, stream: true })) {
  process.stdout.write(chunk.choices[0]?.delta.content ?? "");
}
`;
}

function curl({ model, ...place }: Place): string {
  return curlCommand(place, { model, stream: true, messages: [{ role: "user", content: "Hello!" }] });
}

function litellm({ address, key, model }: Place): string {
  return `# pip install litellm
import litellm

question = [{"role": "user", "content": "Hello!"}]
for chunk in litellm.completion(
    model=${quoted(`openai/${model}`)},
    api_base=${quoted(address)},
    api_key=${quoted(key)},
    messages=question,
    stream=True,
):
    print(chunk.choices[0].delta.content or "", end="", flush=True)
`;
}

/** Compose reads a `$` as a variable. */
function openWebUi({ address, key, model }: Place): string {
  const value = (text: string) => quoted(text.replaceAll("$", "$$$$"));
  return `# compose.yaml; "docker compose up", then open http://localhost:8080
services:
  open-webui:
    image: ghcr.io/open-webui/open-webui:main
    # Brainstem answers on this computer's own 127.0.0.1 alone.
    network_mode: host
    environment:
      OPENAI_API_BASE_URL: ${value(address)}
      OPENAI_API_KEY: ${value(key)}
      DEFAULT_MODELS: ${value(model)}
    volumes:
      - open-webui:/app/backend/data
volumes:
  open-webui:
`;
}
