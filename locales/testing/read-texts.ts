import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const folder = fileURLToPath(new URL("..", import.meta.url));

interface Tree {
  [key: string]: string | Tree;
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

/** All texts of a language by their whole key, e.g. `chat.outcome.stopped`. */
export function readTexts(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (key: string, value: string | Tree) => {
    if (typeof value === "string") texts.set(key, value);
    else for (const [name, inner] of Object.entries(value)) add(`${key}.${name}`, inner);
  };
  for (const topic of topicsOf(language))
    add(topic, Tree.parse(JSON.parse(readFileSync(`${folder}/${language}/${topic}.json`, "utf8"))));
  return texts;
}

/** The files of a language, without their ending. */
export function topicsOf(language: string): string[] {
  return readdirSync(`${folder}/${language}`).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : []));
}

const plural = /_(zero|one|two|few|many|other)$/;

/** What a key is called in the code: without the form of its plural. */
export const nameOf = (key: string): string => key.replace(plural, "");
export const isPlural = (key: string): boolean => plural.test(key);
