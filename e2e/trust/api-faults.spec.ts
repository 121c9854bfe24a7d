import { expect } from "@playwright/test";
import type { Reply } from "../../src-main/demo/messages-api";
import { startStandIn } from "../../src-main/demo/stand-in";
import { askedText } from "../clients/scripted";
import { API_KEY } from "../desktop/app";
import { test } from "../desktop/desktop";

interface Fault {
  /** What the API answers, attempt after attempt; the last one again and again. */
  replies: Reply[];
  /** The endpoint's status, `code` of its error, and what was said before it. */
  endpoint: [status: number, code: string | undefined, said: string];
  /** The window's words below the question. */
  window: RegExp;
}

const fine: Reply = { steps: [{ text: "Fine after all." }] };
const faults: Record<string, Fault> = {
  "429": { replies: [{ status: 429 }], endpoint: [429, "rate_limit_exceeded", ""], window: /rate limit is reached/ },
  "529": { replies: [{ status: 529 }], endpoint: [503, "overloaded", ""], window: /overloaded/ },
  "500 once": {
    replies: [{ status: 500 }, fine],
    endpoint: [200, undefined, "Fine after all."],
    window: /Fine after all/,
  },
  "500 for ever": {
    replies: [{ status: 500 }],
    endpoint: [503, "upstream_failed", ""],
    window: /Claude did not answer/,
  },
  cut: {
    replies: [{ steps: [{ text: "Half" }, { wait: 1000 }, { cut: true }] }],
    endpoint: [200, "upstream_failed", "Half"],
    window: /Half[\s\S]*Claude did not answer/,
  },
  "silent after words": {
    replies: [{ steps: [{ text: "Er" }, { hang: true }] }],
    endpoint: [200, "timeout", "Er"],
    window: /Er[\s\S]*stopped for 2 s/,
  },
  "silent from the start": {
    replies: [{ steps: [{ hang: true }] }],
    endpoint: [504, "timeout", ""],
    window: /no first word came within 6 s/,
  },
};

test("what the API does wrong is an error with its words, at the endpoint and in the window, and passes", async ({
  desktop,
}) => {
  const attempts = new Map<string, number>();
  const upstream = await startStandIn({
    respond: (body) => {
      const question = askedText(body);
      const count = attempts.get(question) ?? 0;
      attempts.set(question, count + 1);
      const { replies } = faults[question.split(":")[0] as string] ?? { replies: [fine] };
      return replies[Math.min(count, replies.length - 1)] as Reply;
    },
  });
  desktop.logIn();
  const app = await desktop.launch({ env: { ANTHROPIC_BASE_URL: upstream.url } });
  await expect.poll(async () => (await app.status()).state).toBe("ready");
  await app.saveSettings({ brain: { firstTokenSeconds: 6, gapSeconds: 2 } });
  const { baseUrl } = await app.status();
  const log = app.page.getByRole("log", { name: "Conversation" });

  const throughEndpoint = async (question: string) => {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
      body: JSON.stringify({
        model: "claude-haiku-4-5",
        stream: true,
        messages: [{ role: "user", content: question }],
      }),
    });
    let text = "";
    try {
      for await (const piece of response.body ?? []) text += Buffer.from(piece).toString();
    } catch {
      // An answer that has failed ends with its connection.
    }
    const said = [...text.matchAll(/"delta":\{[^}]*"content":"([^"]*)"/g)].map((match) => match[1]).join("");
    return [response.status, /"code":"(\w+)"/.exec(text)?.[1], said];
  };
  const throughWindow = async (question: string) => {
    await app.page.getByRole("button", { name: "New chat" }).first().click();
    await app.page.getByRole("textbox", { name: "Message" }).fill(question);
    await app.page.getByRole("button", { name: "Send" }).click();
  };
  for (const [name, { endpoint, window }] of Object.entries(faults)) {
    const [heard] = await Promise.all([throughEndpoint(`${name}: endpoint`), throughWindow(`${name}: window`)]);
    expect([name, ...heard]).toEqual([name, ...endpoint]);
    await expect(log).toContainText(window);
    expect((await app.status()).state).not.toBe("error");
  }
  expect(await throughEndpoint("and now")).toEqual([200, undefined, "Fine after all."]);
  await upstream.close();
});
