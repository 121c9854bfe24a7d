import { Agent, request } from "node:http";
import { Ear, type Heard, Lines } from "../heard";
import { model, systemPrompt } from "../words";

/** (a) The stand-in itself over HTTP: what a client would see with nothing in between. */
export class Direct {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  ask(question: string): Promise<Heard> {
    const body = JSON.stringify({
      model,
      max_tokens: 1000,
      stream: true,
      system: systemPrompt,
      messages: [{ role: "user", content: question }],
    });
    const headers = { "content-type": "application/json" };
    const ear = new Ear();
    return new Promise((resolve, reject) => {
      const asking = request(`${this.url}/v1/messages`, { method: "POST", agent: this.agent, headers }, (response) => {
        let readAt = 0;
        const lines = new Lines((line) => {
          if (!line.startsWith("data: ")) return;
          const { delta } = JSON.parse(line.slice(6)) as { delta?: { text?: string } };
          if (delta?.text) ear.text(delta.text, readAt);
        });
        response.setEncoding("utf8").on("data", (piece: string) => {
          readAt = performance.now();
          lines.push(piece);
        });
        response.on("end", () => resolve(ear.heard));
      });
      asking.on("error", reject);
      asking.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
