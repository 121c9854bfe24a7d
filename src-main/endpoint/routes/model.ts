import { ModelObject } from "../answer/answers";
import { sendJson } from "../answer/respond";
import { HttpError } from "../errors";
import type { Route } from "../router";
import { describeModel } from "./models";

/** One model by its name. */
export const model: Route = {
  method: "GET",
  path: "/v1/models/{id}",
  about: {
    summary: "One model by its name",
    answers: { 200: { description: "The model", json: ModelObject } },
  },
  async handle(exchange, context) {
    const found = (await context.brain.models()).find((each) => each.id === exchange.params.id);
    if (!found) throw new HttpError(404, "model_not_found", "There is no model of this name.", "model");
    sendJson(exchange, context.limits, 200, describeModel(found));
  },
};
