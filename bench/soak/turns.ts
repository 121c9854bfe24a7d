/** `whole`, `streamed` and `session` are answered; `leaves` hangs up in the middle; the rest must fail as they should. */
export const turnKinds = [
  "whole",
  "streamed",
  "session",
  "long history",
  "leaves",
  "leaves at once",
  "overloaded",
  "refused",
  "cut",
  "wrong key",
  "no JSON",
] as const;
export type TurnKind = (typeof turnKinds)[number];

interface Serving {
  baseUrl: string;
  key: string;
}

const model = "claude-sonnet-4-6";
const user = (content: string) => ({ role: "user", content });
const assistant = (content: string) => ({ role: "assistant", content });

/** Takes one turn; resolves to what was wrong with its end, in words. */
export async function takeTurn(serving: Serving, kind: TurnKind, number: number): Promise<string | undefined> {
  const question = `${kind} ${number}`;
  const ask = (body: object, signal?: AbortSignal, key = serving.key) =>
    post(`${serving.baseUrl}/chat/completions`, key, JSON.stringify({ model, ...body }), signal);
  const expectStatus = async (answer: Promise<Response>, ...statuses: number[]) => {
    const { status } = await read(await answer);
    return statuses.includes(status) ? undefined : `status ${status}`;
  };
  switch (kind) {
    case "whole":
      return hasWords(await read(await ask({ messages: [user(question)] })), question);
    case "long history": {
      const past = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? user(`past ${n}`) : assistant(`past ${n}`)));
      return hasWords(await read(await ask({ messages: [...past, user(question)] })), question);
    }
    case "streamed": {
      const { text } = await read(await ask({ messages: [user(question)], stream: true }));
      return text.endsWith("data: [DONE]\n\n") ? undefined : `no end: ${text.slice(-200)}`;
    }
    case "session": {
      const body = JSON.stringify({ model, session_id: `soak-${number % 5}`, message: question });
      return hasWords(await read(await post(`${serving.baseUrl}/conversational`, serving.key, body)), question);
    }
    case "leaves":
      return leave(ask, { messages: [user(`endless ${number}`)], stream: true });
    case "leaves at once": {
      const left = new AbortController();
      const answer = ask({ messages: [user(`endless ${number}`)] }, left.signal);
      setTimeout(() => left.abort(), number % 40);
      return answer.then(
        ({ status }) => `answered with ${status}`,
        () => undefined,
      );
    }
    case "overloaded":
      return expectStatus(ask({ messages: [user(question)] }), 503, 529);
    case "refused":
      return expectStatus(ask({ messages: [user(question)] }), 400);
    case "cut":
      return expectStatus(ask({ messages: [user(question)] }), 502, 503);
    case "wrong key":
      return expectStatus(ask({ messages: [user(question)] }, undefined, "wrong"), 401);
    case "no JSON":
      return expectStatus(post(`${serving.baseUrl}/chat/completions`, serving.key, "{"), 400);
  }
}

function post(url: string, key: string, body: string, signal?: AbortSignal): Promise<Response> {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  return fetch(url, { method: "POST", headers, body, ...(signal ? { signal } : {}) });
}

const read = async (answer: Response) => ({ status: answer.status, text: await answer.text() });

const hasWords = ({ status, text }: { status: number; text: string }, question: string) =>
  status === 200 && text.includes(`Answer to ${question}.`) ? undefined : `status ${status}: ${text.slice(0, 200)}`;

/** Hears the first words and goes. */
async function leave(
  ask: (body: object, signal: AbortSignal) => Promise<Response>,
  body: object,
): Promise<string | undefined> {
  const left = new AbortController();
  const answer = await ask(body, left.signal);
  const piece = await answer.body?.getReader().read();
  left.abort();
  return answer.status === 200 && piece?.value ? undefined : `status ${answer.status}`;
}
