import { z } from "zod";
import type { Model } from "../../brain/turn";
import { ModelObject } from "../answer/answers";
import { sendJson } from "../answer/respond";
import type { Route } from "../router";

/** The models a caller may name. */
export const models: Route = {
  method: "GET",
  path: "/v1/models",
  about: {
    summary: "The models that can be named, roles included",
    answers: {
      200: { description: "All of them", json: z.object({ object: z.literal("list"), data: z.array(ModelObject) }) },
    },
  },
  async handle(exchange, context) {
    const data = (await context.brain.models()).map(describeModel);
    sendJson(exchange, context.limits, 200, { object: "list", data });
  },
};

/** OpenAI's model object; no date is known, and clients want a number. */
export const describeModel = ({ id, displayName }: Model) => ({
  id,
  object: "model",
  created: 0,
  owned_by: "brainstem",
  ...(displayName === undefined ? {} : { display_name: displayName }),
});
