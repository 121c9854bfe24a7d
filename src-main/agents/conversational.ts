import { Agent } from "../../src-shared/agents";

/** The agent that is always there: it only talks. */
export const conversational = Agent.parse({
  name: "conversational",
  description: "Talks, and has no tools. Built in.",
  prompt:
    "You are talking with someone, perhaps aloud. Answer in plain, natural sentences without lists or markup, as briefly as the question allows.",
});
