import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Notice } from "../../src-shared/about";
import { Failure } from "../failure";

/** The notices that the build has gathered, by name. Rejects with a sentence. @param file out/third-party.json */
export async function readNotices(file: string): Promise<Notice[]> {
  try {
    return z.array(Notice).parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    throw new Failure("no_licences");
  }
}
