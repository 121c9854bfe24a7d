import type { Service } from "../../service/service";
import type { HandlersOf } from "../ipc/ipc";

export interface ClaudeParts extends Pick<Service, "look" | "setDemo" | "chooseCli"> {
  /** Asks for a program's file; undefined when none was chosen. */
  askForProgram: () => Promise<string | undefined>;
}

export function claudeHandlers(parts: ClaudeParts): HandlersOf<"claude"> & HandlersOf<"demo"> {
  return {
    "claude.look": () => parts.look(),
    "claude.choose": async () => {
      const path = await parts.askForProgram();
      if (path) await parts.chooseCli(path);
      return { chosen: path !== undefined };
    },
    "demo.use": ({ on }) => parts.setDemo(on),
  };
}
