// Talks to Brainstem with the official OpenAI client: two turns, words as they are generated.
//
// npm install openai
// BRAINSTEM_API_KEY=… node openai_node.mjs "Hello!" "What did I just say?"

import OpenAI from "openai";

const client = new OpenAI({
  baseURL: process.env.BRAINSTEM_BASE_URL ?? "http://127.0.0.1:7411/v1",
  apiKey: process.env.BRAINSTEM_API_KEY,
});
const model = process.env.BRAINSTEM_MODEL ?? "claude-sonnet-4-6";
const asked = process.argv.slice(2);

// The endpoint keeps no conversation: each request carries the whole history.
const messages = [];
for (const question of asked.length > 0 ? asked : ["Hello! I am Olena.", "What is my name?"]) {
  process.stdout.write(`> ${question}\n< `);
  messages.push({ role: "user", content: question });
  let reply = "";
  for await (const chunk of await client.chat.completions.create({ model, messages, stream: true })) {
    const piece = chunk.choices[0]?.delta.content ?? "";
    process.stdout.write(piece);
    reply += piece;
  }
  process.stdout.write("\n");
  messages.push({ role: "assistant", content: reply });
}
