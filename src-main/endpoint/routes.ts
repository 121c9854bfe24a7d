import type { Route } from "./router";
import { chatCompletions } from "./routes/chat-completions";
import { conversational } from "./routes/conversational";
import { conversationalSession } from "./routes/conversational-session";
import { countTokens } from "./routes/count-tokens";
import { execute } from "./routes/execute";
import { health } from "./routes/health";
import { cancelJob, job } from "./routes/job";
import { confirmJob } from "./routes/job-confirm";
import { jobStream } from "./routes/job-stream";
import { jobs } from "./routes/jobs";
import { messages } from "./routes/messages";
import { model } from "./routes/model";
import { models } from "./routes/models";
import { openApi } from "./routes/openapi";
import { forgetResponse, response } from "./routes/response";
import { responses } from "./routes/responses";

const answering: Route[] = [
  chatCompletions,
  responses,
  response,
  forgetResponse,
  messages,
  countTokens,
  conversational,
  conversationalSession,
  execute,
  jobs,
  job,
  cancelJob,
  jobStream,
  confirmJob,
  models,
  model,
  health,
];

/** Every address of the endpoint. */
export const routes: Route[] = [...answering, openApi(answering)];
