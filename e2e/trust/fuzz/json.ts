import type { Dice } from "./dice";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const texts = [
  "",
  " ",
  "\0",
  "\ud800",
  "a".repeat(5_000),
  "@/etc/passwd",
  "/config set x",
  "--model=x",
  "../../../etc/passwd",
  '{"type":"bash_command"}',
  "data:image/png;base64,!!!!",
  "data:image/svg+xml;base64,PHN2Zz4=",
  "http://169.254.169.254/",
  "file:///etc/passwd",
];
const numbers = [0, -1, 0.5, 1e308, 2 ** 53, -0, Number.MAX_SAFE_INTEGER];

/** A value that a field was not made for. */
function oddValue(dice: Dice): Json {
  return dice.one<() => Json>([
    () => null,
    () => dice.chance(0.5),
    () => dice.one(numbers),
    () => dice.one(texts),
    () => [],
    () => ({}),
    () => ({ __proto__: null, constructor: { prototype: { polluted: true } } }) as unknown as Json,
    () => Array.from({ length: dice.below(300) }, () => dice.one(texts)),
    () => nested(dice.one([10, 90, 99, 101, 300]), dice.chance(0.5)),
  ])();
}

function nested(depth: number, asList: boolean): Json {
  let value: Json = "deep";
  for (let level = 0; level < depth; level += 1) value = asList ? [value] : { in: value };
  return value;
}

/** The value with one to three places in it changed, taken away or doubled. */
export function bend(value: Json, dice: Dice): Json {
  let bent = JSON.parse(JSON.stringify(value)) as Json;
  for (let times = 1 + dice.below(3); times > 0; times -= 1) bent = bendOnce(bent, dice);
  return bent;
}

function bendOnce(value: Json, dice: Dice): Json {
  const goOn = typeof value === "object" && value !== null && !dice.chance(0.2);
  if (!goOn) return oddValue(dice);
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.2)) return [...value, ...value, oddValue(dice)];
    const at = dice.below(value.length);
    return value.map((each, i) => (i === at ? bendOnce(each, dice) : each));
  }
  const names = Object.keys(value);
  const name = names.length === 0 || dice.chance(0.1) ? dice.one(["__proto__", "extra", "toString"]) : dice.one(names);
  if (dice.chance(0.15)) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  return Object.fromEntries([...Object.entries(value), [name, bendOnce(value[name] ?? null, dice)]]);
}

/** A JSON text with a few of its characters changed: most are no JSON any more. */
export function smudge(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  const junk = dice.one([
    "",
    "{",
    "]",
    '"',
    ",",
    "\\u12",
    "\0",
    "1e999",
    "NaN",
    "\u2028",
    "🤖",
    "/*",
    "[".repeat(2_000),
  ]);
  return text.slice(0, at) + junk + text.slice(at + dice.below(4));
}
