/** What the brain shows the rest of the main process; its drivers are not among it. */
const PUBLISHED = ["brain", "backends", "turn", "speak-tool", "file-text"].map((name) => `src-main/brain/${name}.ts`);

/** In a file under `from`, no import may satisfy `forbids`. */
const RULES = [
  {
    from: /^src-main\/(brain|endpoint|storage|demo)\//,
    forbids: (target) => target === "electron" || target.startsWith("electron/"),
    because: "only desktop/ and main.ts know Electron",
  },
  {
    from: /^src-main\/(endpoint|desktop)\//,
    forbids: (target) => target.startsWith("src-main/brain/") && !PUBLISHED.includes(target),
    because: `of the brain it may use ${PUBLISHED.map((path) => path.slice("src-main/".length)).join(" and ")}`,
  },
  {
    from: /^src-main\/brain\//,
    forbids: (target) => /^src-main\/(endpoint|desktop|storage)\//.test(target),
    because: "the arrows point to the brain, never out of it",
  },
  {
    from: /^src-main\/(endpoint|storage)\//,
    forbids: (target) => target.startsWith("src-main/desktop/"),
    because: "it must run without a window",
  },
  {
    from: /^src-shared\//,
    forbids: (target) => target !== "zod" && !target.startsWith("src-shared/"),
    because: "shared schemas need nothing but zod",
  },
  {
    from: /^src-renderer\//,
    forbids: (target) => /^src-(main|preload)\//.test(target) || target === "electron" || target.startsWith("node:"),
    because: "the window knows only the contract in src-shared",
  },
  {
    from: /^src-preload\//,
    forbids: (target) => /^src-(main|renderer)\//.test(target) || target.startsWith("node:"),
    because: "the bridge knows only the contract in src-shared",
  },
  {
    from: /^src-main\//,
    forbids: (target) => /^src-(renderer|preload)\//.test(target),
    because: "the main process does not reach into the window",
  },
];

/**
 * @param {Map<string, string[]>} imports file → what it imports
 * @returns {string[]} one sentence a breach
 */
export function findForbidden(imports) {
  const breaches = [];
  for (const [file, targets] of imports) {
    for (const { from, forbids, because } of RULES) {
      if (!from.test(file)) continue;
      for (const target of targets.filter(forbids)) breaches.push(`${file}: imports ${target}, but ${because}`);
    }
  }
  return breaches;
}

/**
 * Every import that closes a circle, with the way round.
 * @param {Map<string, string[]>} imports
 * @returns {string[]}
 */
export function findCycles(imports) {
  const cycles = [];
  const done = new Set();
  const visit = (file, path) => {
    const at = path.indexOf(file);
    if (at >= 0) return void cycles.push(`${file}: circular import ${[...path.slice(at), file].join(" → ")}`);
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
