const HIDDEN = "[hidden]";
const MAX_TEXT = 4000;
const MAX_LINE = 32_000;

/** Fields that hold a secret whatever it looks like. */
const SECRET_FIELD =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api[-_]?key|key|secret|password|token|[a-z_]*(access|refresh|oauth|auth)[-_]?token)$/i;

const SECRETS: [RegExp, string][] = [
  [/\b(bs|sk|pk|xai|gsk|hf|ghp|gho|ghs|github_pat|glpat|xox[abp])([-_])[\w-]{8,}/g, `$1$2${HIDDEN}`],
  [/\bya29\.[\w-]{8,}/g, `ya29.${HIDDEN}`],
  [/\bAIza[\w-]{20,}/g, `AIza${HIDDEN}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g, HIDDEN],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/(\w:\/\/)[^\s/@"\\]+@/g, `$1${HIDDEN}@`],
  [/([?&#;](?:key|code|sig|auth)=)[^\s&"'#\\]+/gi, `$1${HIDDEN}`],
  [
    /((?:token|api[-_]?key|secret|passwd|password|cookie|authorization)\\*["']?\s*[:=]\s*\\*["']?)(?!\[hidden|-?[\d.]+[,}\s])[^\s"'\\&,;}]{6,}/gi,
    `$1${HIDDEN}`,
  ],
];

/**
 * One line of the log with its line feed: time, level and event first, secrets blackened, long texts cut. `known` are
 * secrets that are hidden whatever they look like.
 */
export function encodeRecord(
  level: string,
  event: string,
  data: Record<string, unknown> | undefined,
  known: string[] = [],
): string {
  const replace = (field: string, value: unknown) => plain(field, value, known);
  const head = { time: new Date().toISOString(), level, event };
  let line: string;
  try {
    line = JSON.stringify({ ...head, ...data, ...head }, replace);
  } catch {
    line = JSON.stringify({ ...head, unreadable: true }, replace);
  }
  if (line.length > MAX_LINE) line = JSON.stringify({ ...head, cut: line.slice(0, MAX_TEXT) }, replace);
  // Once more over the whole: names of fields are no values.
  return `${redact(line, known)}\n`;
}

/** Blackens what looks like a key or a token, and `known` secrets whatever they look like. */
export function redact(text: string, known: readonly string[]): string {
  const rest = known.reduce((result, secret) => (secret.length < 6 ? result : result.split(secret).join(HIDDEN)), text);
  return SECRETS.reduce((result, [secret, instead]) => result.replace(secret, instead), rest);
}

/** A Buffer, as its own toJSON has it. */
function isBytes(value: unknown): value is { data: unknown[] } {
  const { type, data } = Object(value) as { type?: unknown; data?: unknown };
  return type === "Buffer" && Array.isArray(data);
}

function plain(field: string, value: unknown, known: string[]): unknown {
  if (SECRET_FIELD.test(field) && value !== undefined && value !== null) return HIDDEN;
  if (typeof value === "string") {
    const text = redact(value, known);
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  }
  if (typeof value === "bigint") return String(value);
  if (isBytes(value)) return `${value.data.length} bytes`;
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    return { name, message, code: "code" in value ? value.code : undefined, stack, cause };
  }
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  return value;
}
