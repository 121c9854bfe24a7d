import { z } from "zod";
import { languages } from "../settings";

/** What the window may ask: the schemas of what it gives and of what it gets. */
export const route = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export const nothing = z.undefined();

/** The one that is spoken; "system" is resolved. */
export const Language = z.enum(languages);
