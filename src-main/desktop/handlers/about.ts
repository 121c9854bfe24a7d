import { readFile } from "node:fs/promises";
import { homedir, release, type as systemName } from "node:os";
import path from "node:path";
import type { About } from "../../../src-shared/about";
import type { Service } from "../../service/service";
import type { ConversationStore } from "../../storage/conversations";
import type { SettingsStore } from "../../storage/settings";
import type { Activity } from "../activity/activity";
import { writeDiagnostics } from "../diagnostics";
import type { HandlersOf } from "../ipc/ipc";
import { readNotices } from "../notices-file";
import type { Outside } from "./outside";

export interface AboutParts {
  home: string;
  version: string;
  /** Where the build's results are. */
  built: string;
  service: Service;
  settings: SettingsStore;
  conversations: ConversationStore;
  activity: Activity;
  /** All keys: none of them may be in what is copied. */
  secretTexts: () => string[];
  /** The brain's latest states, oldest first. */
  states: () => readonly string[];
  outside: Pick<Outside, "copy" | "openFolder">;
}

const logLines = 200;

export function aboutHandlers(parts: AboutParts): HandlersOf<"about"> {
  const { home, version, service, settings, outside } = parts;
  const logs = path.join(home, "logs");
  const info = (): About => {
    const { cliVersion } = service.status();
    return {
      brainstem: version,
      electron: process.versions["electron"] ?? "",
      chromium: process.versions["chrome"] ?? "",
      node: process.versions.node,
      ...(cliVersion ? { claude: cliVersion } : {}),
      system: `${systemName()} ${release()} (${process.arch})`,
    };
  };
  return {
    "about.info": info,
    "about.notices": () => readNotices(path.join(parts.built, "third-party.json")),
    "about.openLogs": () => outside.openFolder(logs),
    "about.copyDiagnostics": async () => {
      const log = await readFile(path.join(logs, "brainstem.log"), "utf8").catch(() => "");
      const text = writeDiagnostics({
        about: info(),
        settings: settings.get(),
        states: parts.states(),
        counts: {
          conversations: parts.conversations.list().length,
          turns: parts.activity.list().length,
          backends: settings.get().backends.list.length,
          agents: (await service.agents.list()).agents.length,
        },
        log: log.trimEnd().split("\n").slice(-logLines),
        secrets: parts.secretTexts(),
        userHome: homedir(),
      });
      await outside.copy(text);
    },
  };
}
