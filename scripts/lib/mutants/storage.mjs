import { mutant } from "./mutant.mjs";

const storage = "src-main/storage";
const conversations = `${storage}/conversations`;
const diskTest = [`${storage}/full-disk.test.ts`];
const damageTest = [`${storage}/damage.test.ts`];
const lockTest = [`${storage}/home-lock.test.ts`];
const forgetTest = ["src-main/sessions/forget-all.test.ts"];
const lock = `${storage}/home-lock.ts`;
const truncated = (file) => [
  `const undone = await truncate(${file}).then(`,
  "const undone = await Promise.resolve().then(",
];

/** What keeps that which was said: a full disk, damage, a second owner; and what deletes it. */
export const kept = [
  mutant(
    "half an entry stays on a full disk",
    `${conversations}/journal.ts`,
    ...truncated("this.file, start"),
    diskTest,
  ),
  mutant(
    "what a full disk refuses is forgotten",
    `${conversations}/conversation-file.ts`,
    "if (kept) this.waiting = all;",
    "if (kept) this.waiting = [];",
    diskTest,
  ),
  mutant(
    "what waits for room is never tried again",
    `${conversations}/unsaved.ts`,
    "this.timer ??= this.again();",
    "",
    diskTest,
  ),
  mutant(
    "nobody is told that something waits",
    `${conversations}/conversation-file.ts`,
    "this.around.kept(this, error);",
    "",
    diskTest,
  ),
  mutant(
    "files are written in place",
    `${storage}/replace-file.ts`,
    "const temporary = `${file}.${process.pid}${TEMPORARY}`;",
    "const temporary = file;",
    diskTest,
  ),
  mutant(
    "unfinished files stay",
    `${storage}/replace-file.ts`,
    "await unlink(temporary).catch(() => {});\n",
    "",
    diskTest,
  ),
  mutant(
    "a setting counts though it could not be saved",
    `${storage}/settings.ts`,
    'throw fileFailure("settings_unsaved", error);',
    "",
    diskTest,
  ),
  mutant("half a line of usage stays", `${storage}/usage.ts`, ...truncated("file, length"), diskTest),
  mutant(
    "usage is given up on a full disk",
    `${storage}/usage.ts`,
    "waiting = [...lines, ...waiting].slice(-mostWaiting);",
    "",
    diskTest,
  ),
  mutant(
    "what waited comes back after it was deleted",
    `${storage}/conversations.ts`,
    "[kept, removed, growing, unsaved]",
    "[kept, removed, growing]",
    diskTest,
  ),
  mutant(
    "a turn counts though it was not remembered",
    "src-main/sessions/sessions.ts",
    "throw new UnsavedTurn(error);",
    "void error;",
    ["src-main/endpoint/sessions/unsaved-turn.test.ts"],
  ),
  mutant(
    "a full disk is as any failure",
    "src-main/endpoint/errors.ts",
    "status: error.noRoom ? 507 : 500,",
    "status: 500,",
    ["src-main/endpoint/sessions/unsaved-turn.test.ts"],
  ),
  mutant(
    "broken settings are written over",
    `${storage}/settings-file.ts`,
    "kept: await moveAside(file)",
    "kept: file",
    damageTest,
  ),
  mutant(
    "a conversation that says nothing is not kept aside",
    `${conversations}/catalog.ts`,
    "const kept = await moveAside(file).catch(() => undefined);",
    "const kept = undefined;",
    damageTest,
  ),
  mutant(
    "nobody is told of a conversation that is lost",
    `${conversations}/catalog.ts`,
    'problems.push(kept ? new Failure("conversation_kept", { kept }) : new Failure("conversation_lost"));',
    "void kept;",
    damageTest,
  ),
  mutant(
    "a file stays in a folder's place",
    `${storage}/home.ts`,
    "const kept = await moveAside(path.join(home, name)).catch(() => undefined);",
    "const kept = undefined;",
    damageTest,
  ),
  mutant(
    "damaged lines are thrown away",
    `${conversations}/journal.ts`,
    "if (rescue.length > 0) await appendFile(",
    "if (rescue.length < 0) await appendFile(",
    [`${storage}/conversations.test.ts`],
  ),
  mutant("a damaged session is written over", "src-main/sessions/session-files.ts", "await moveAside(file);\n", "", [
    "src-main/endpoint/sessions/session-files.test.ts",
  ]),
  mutant(
    "a folder has two owners",
    lock,
    "if (owner && owner.pid !== process.pid && isAlive(owner))",
    "if (false)",
    lockTest,
  ),
  mutant(
    "an owner is any process of its number",
    "src-main/process-identity.ts",
    "beganAt(pid) === began",
    "beganAt(pid) !== undefined",
    lockTest,
  ),
  mutant("the lock is written over", lock, 'flag: "wx"', 'flag: "w"', lockTest),
  mutant("the lock stays", lock, "if (readOwner(file)?.pid === process.pid) remove(file);", "", lockTest),
  mutant(
    "somebody else's lock is given back",
    lock,
    "if (readOwner(file)?.pid === process.pid) remove(file);",
    "remove(file);",
    lockTest,
  ),
  mutant(
    "a turn under way is remembered after all was forgotten",
    "src-main/sessions/sessions.ts",
    "for (const line of live) line.forgotten += 1;",
    "",
    forgetTest,
  ),
  mutant(
    "what was kept aside is not deleted",
    `${storage}/empty-folder.ts`,
    "...aside.map((name) => path.join(path.dirname(folder), name)),",
    "",
    forgetTest,
  ),
];
