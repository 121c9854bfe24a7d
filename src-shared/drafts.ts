import { z } from "zod";
import { AttachedFile, maxFiles, Picture } from "./conversation";

/** What is attached to a message that is not sent yet. */
export const Attachments = z.object({
  pictures: z.array(Picture).max(20),
  files: z.array(AttachedFile).max(maxFiles),
});
export type Attachments = z.infer<typeof Attachments>;
