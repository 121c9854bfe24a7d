import { mutant } from "./mutant.mjs";

const logTest = ["src-main/logging/log.test.ts"];
const keyTest = ["src-main/storage/endpoint-key.test.ts"];

/** Keys, and what the log may hold. */
export const keys = [
  mutant("a short key", "src-main/storage/endpoint-key.ts", "randomBytes(32)", "randomBytes(8)", keyTest),
  mutant(
    "the key is written beside its sealed form",
    "src-main/storage/endpoint-key.ts",
    "await remove(where ===",
    "if (false) await remove(where ===",
    keyTest,
  ),
  mutant("others may read files", "src-main/storage/replace-file.ts", '"w", 0o600', '"w", 0o644', keyTest),
  mutant(
    "a known password counts as a key store",
    "src-main/desktop/electron-compat.ts",
    'backend === "basic_text" || ',
    "",
    ["src-main/desktop/electron-compat.test.ts"],
  ),
  mutant(
    "known keys in the log",
    "src-main/logging/log.ts",
    "encodeRecord(level, event, data, known())",
    "encodeRecord(level, event, data)",
    logTest,
  ),
  mutant("bearers in the log", "src-main/logging/log-record.ts", "(Bearer|Basic)", "(Bearex|Basix)", logTest),
  mutant(
    "names of fields in the log",
    "src-main/logging/log-record.ts",
    "return `${redact(line, known)}\\n`",
    "return `${line}\\n`",
    logTest,
  ),
  mutant(
    "others may read the log",
    "src-main/logging/log.ts",
    'openSync(file, "a", 0o600);\n    ignoreFailure(() => chmodSync(file, 0o600));',
    'openSync(file, "a", 0o644);',
    logTest,
  ),
  mutant(
    "a failure's words in the log",
    "src-main/endpoint/answer/respond.ts",
    "error: withoutWords(error)",
    "error: String(error)",
    ["src-main/endpoint/errors.test.ts"],
  ),
];
