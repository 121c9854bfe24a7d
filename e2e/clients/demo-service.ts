import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { preparePython } from "./python";
import { runExample, type Said } from "./run-example";
import { type Serving, startServe } from "./serve";

export interface DemoService {
  serving: Serving;
  /** Undefined where there is none that is new enough. */
  python: string | undefined;
  /** For the programs that are run. */
  folder: string;
  /** Writes a program that has the address and the key in it, runs it, and expects it to end well. */
  run(code: string, program: string, name: string): Promise<Said>;
}

/** What a program finds in its environment. */
const unset = { baseUrl: "http://nowhere.invalid", key: "unset" };

/** The demo brain behind its endpoint, for the tests of a file. It is there once the tests run. */
export function serveDemo(root: string): () => DemoService {
  let service: DemoService;
  test.beforeAll(async () => {
    // The first time, the clients are installed.
    test.setTimeout(300_000);
    const folder = await mkdtemp(path.join(tmpdir(), "brainstem-clients-"));
    const python = await preparePython(root);
    const serving = await startServe(root, { args: ["--demo"] });
    service = {
      serving,
      python,
      folder,
      async run(code, program, name) {
        const file = path.join(folder, name);
        await writeFile(file, code);
        const said = await runExample(unset, program, [file]);
        expect(said.exitCode, said.stderr).toBe(0);
        return said;
      },
    };
  });
  test.afterAll(async () => {
    await service.serving.stop();
    await rm(service.folder, { recursive: true, force: true });
  });
  return () => service;
}
