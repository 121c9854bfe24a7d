import { anthropicErrors } from "../error-styles";
import { HttpError } from "../errors";
import type { Route } from "../router";

/** Nothing here knows how a model counts before it has; clients that ask do without. */
export const countTokens: Route = {
  method: "POST",
  path: "/v1/messages/count_tokens",
  apiKeyHeader: true,
  errors: anthropicErrors,
  about: { summary: "Not supported: tokens are known only once a model has answered", answers: {} },
  handle() {
    const message = "Tokens cannot be counted ahead here; each answer tells those it took in its usage.";
    throw new HttpError(404, "not_supported", message);
  },
};
