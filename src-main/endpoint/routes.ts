import type { Route } from "./router";
import { chatCompletions } from "./routes/chat-completions";
import { health } from "./routes/health";
import { model } from "./routes/model";
import { models } from "./routes/models";
import { responses } from "./routes/responses";

/** Every address of the endpoint. */
export const routes: Route[] = [chatCompletions, responses, models, model, health];
