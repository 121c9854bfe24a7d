const HIDDEN = "[hidden]";
const MAX_TEXT = 4000;
const MAX_LINE = 32_000;

/** Fields that hold a secret whatever it looks like. */
const SECRET_FIELD =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api[-_]?key|key|secret|password|token|[a-z_]*(access|refresh|oauth|auth)[-_]?token)$/i;

const SECRETS: [RegExp, string][] = [
  [/\bbs-[\w-]{8,}/g, `bs-${HIDDEN}`],
  [/\bsk-[\w-]{8,}/g, `sk-${HIDDEN}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/(\w:\/\/)[^\s/@]+@/g, `$1${HIDDEN}@`],
];

/** One line of the log with its line feed: time, level and event first, secrets blackened, long texts cut. */
export function encodeRecord(level: string, event: string, data: Record<string, unknown> | undefined): string {
  const head = { time: new Date().toISOString(), level, event };
  let line: string;
  try {
    line = JSON.stringify({ ...head, ...data, ...head }, replace);
  } catch {
    line = JSON.stringify({ ...head, unreadable: true }, replace);
  }
  if (line.length > MAX_LINE) line = JSON.stringify({ ...head, cut: line.slice(0, MAX_TEXT) }, replace);
  // Once more over the whole: names of fields are no values.
  return `${redact(line)}\n`;
}

function redact(text: string): string {
  return SECRETS.reduce((result, [secret, instead]) => result.replace(secret, instead), text);
}

function replace(field: string, value: unknown): unknown {
  if (SECRET_FIELD.test(field) && value !== undefined && value !== null) return HIDDEN;
  if (typeof value === "string") {
    return redact(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value);
  }
  if (typeof value === "bigint") return String(value);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    return { name, message, code: "code" in value ? value.code : undefined, stack, cause };
  }
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
