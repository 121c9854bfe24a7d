import { HttpError } from "../errors";
import type { Route } from "../router";

/** Some clients use this API unless told otherwise; they are told how. */
export const responses: Route = {
  method: "POST",
  path: "/v1/responses",
  handle() {
    throw new HttpError(
      404,
      "unknown_url",
      "This server speaks /v1/chat/completions, not /v1/responses. Set your client to it: OpenAI Agents SDK " +
        'set_default_openai_api("chat_completions"), pydantic-ai "openai-chat:<model>", AI SDK openai.chat("<model>"), ' +
        'Codex wire_api = "chat".',
    );
  },
};
