import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { demoAnswer } from "./answers";
import { startStandIn } from "./stand-in";

/** The demo's upstream: it lives as long as the app. */
export interface DemoUpstream {
  /** The environment in which the CLI talks to the demo brain. */
  env: NodeJS.ProcessEnv;
  /** Its own address. */
  url: string;
}

/** Starts the demo brain. The CLI gets a configuration folder of its own: the person's login is not touched. */
export async function startDemo(home: string, env: NodeJS.ProcessEnv): Promise<DemoUpstream> {
  const { url } = await startStandIn({ respond: demoAnswer });
  const configFolder = join(home, "demo-claude");
  await mkdir(configFolder, { recursive: true, mode: 0o700 });
  return {
    url,
    env: {
      ...env,
      ANTHROPIC_BASE_URL: url,
      CLAUDE_CODE_OAUTH_TOKEN: "sk-ant-oat01-demo",
      CLAUDE_CONFIG_DIR: configFolder,
    },
  };
}
