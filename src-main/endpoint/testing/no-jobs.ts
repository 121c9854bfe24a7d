import { JobRefusal } from "../../jobs/refusal";
import type { EndpointDeps } from "../context";

const refuse = async (): Promise<never> => {
  throw new JobRefusal("job_not_found", "There is no job of this id.");
};

/** For tests of the rest of the endpoint. */
export const noJobs: EndpointDeps["jobs"] = {
  start: refuse,
  list: async () => [],
  open: refuse,
  follow: refuse,
  cancel: refuse,
  confirm: refuse,
};
