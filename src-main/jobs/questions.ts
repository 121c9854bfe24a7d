import type { Question } from "../../src-shared/jobs";
import type { AgentEvent } from "../brain/agent-run";
import { afterAwake } from "../brain/awake-timer";

type Asked = Extract<AgentEvent, { type: "ask" }>;
export interface Answer {
  allow: boolean;
  message: string;
}
interface Open {
  question: Question;
  asked: Asked;
  clear: () => void;
}

/** The permission questions of one job. Each is answered once: by a person, or with no when its time is over. */
export class Questions {
  private readonly open = new Map<string, Open>();
  private readonly known = new Set<string>();

  constructor(
    private readonly seconds: () => number,
    /** Told of every answer; `asked.id` is the agent's own name of the question. */
    private readonly answered: (question: Question, asked: Asked, answer: Answer) => void,
  ) {}

  list(): Question[] {
    return [...this.open.values()].map(({ question }) => question);
  }

  ask(asked: Asked): Question {
    const seconds = this.seconds();
    const id = `q${this.known.size + 1}`;
    const { tool, input, reason } = asked;
    const question = { id, tool, input, ...(reason ? { reason } : {}), expiresAt: Date.now() + seconds * 1000 };
    const silence = { allow: false, message: `Nobody answered within ${seconds} seconds, so this was not allowed.` };
    this.known.add(id);
    this.open.set(id, { question, asked, clear: afterAwake(seconds * 1000, () => this.answer(id, silence)) });
    return question;
  }

  answer(id: string, answer: Answer): "answered" | "unknown" | "too_late" {
    const open = this.take(id);
    if (!open) return this.known.has(id) ? "too_late" : "unknown";
    this.answered(open.question, open.asked, answer);
    return "answered";
  }

  /** The agent does not wait for it any more. */
  withdraw(askedId: string): void {
    for (const [id, { asked }] of this.open) if (asked.id === askedId) this.take(id);
  }

  close(): void {
    for (const id of [...this.open.keys()]) this.take(id);
  }

  private take(id: string): Open | undefined {
    const open = this.open.get(id);
    open?.clear();
    this.open.delete(id);
    return open;
  }
}
