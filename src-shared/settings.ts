import { z } from "zod";
import { Backend, claudeCliId, Role } from "./backends";

/** The languages of the window, in the order in which they are offered. */
export const languages = ["en", "de", "bg", "ru", "es", "zh-CN"] as const;
export type Language = (typeof languages)[number];

function claudeRole(name: string): Role {
  return { name, primary: { backend: claudeCliId, model: "" }, backup_1: null, backup_2: null };
}

/**
 * Every setting with its default. The file on disk holds only what a person changed; what is missing or wrong takes
 * the default of its own field, so that one bad value never costs the rest.
 */
export const Settings = z.object({
  brain: z.object({
    /** Whether the person wants the brain on; saved before acting on it. */
    on: z.boolean().default(true),
    /** The default model: what "default" and the window use. */
    model: z.string().min(1).max(100).default("claude-sonnet-4-6"),
    /** Models that callers may name beside those that the CLI lists itself. */
    models: z
      .array(z.string().regex(/^[A-Za-z0-9][\w.:[\]/-]{0,99}$/))
      .max(100)
      .default(["claude-haiku-4-5", "claude-sonnet-4-6", "claude-opus-4-7"]),
    effort: z.enum(["none", "minimal", "low", "medium", "high"]).default("none"),
    /** Path of the `claude` program; empty: found by looking where people have it. */
    claudePath: z.string().max(4096).default(""),
    /** Turns that run at once; more wait. */
    maxTurns: z.number().int().min(1).max(200).default(8),
    /** Turns that may wait; more get "busy". */
    maxQueue: z.number().int().min(0).max(1000).default(32),
    /** Waiting processes without a conversation. */
    spares: z.number().int().min(0).max(8).default(2),
    /** Processes that hold a conversation and wait for its next turn. */
    maxIdle: z.number().int().min(0).max(64).default(4),
    /** Minutes after which an idle conversation's process ends. */
    idleMinutes: z.number().min(1).max(1440).default(30),
    /** Memory of all idle processes together, in MiB, above which the least recently used ends. */
    idleMemoryMiB: z.number().int().min(128).max(65536).default(2048),
    firstTokenSeconds: z.number().min(1).max(600).default(60),
    gapSeconds: z.number().min(1).max(600).default(30),
    turnSeconds: z.number().min(1).max(7200).default(600),
    toolResultSeconds: z.number().min(1).max(3600).default(120),
  }),
  endpoint: z.object({
    port: z.number().int().min(0).max(65535).default(7411),
    /** Whether other computers of the network may call it; else only this one. */
    lan: z.boolean().default(false),
    /** Web pages that may call the endpoint, e.g. `https://example.com`. */
    allowedOrigins: z.array(z.string().max(300)).max(50).default([]),
    /** Whether requests may name pictures by web address; Anthropic then fetches them. */
    imageUrls: z.boolean().default(false),
    /** The client tool whose text argument is spoken as the answer; empty: none. A request can name its own. */
    speakTool: z.string().max(64).default(""),
    /** The argument that holds the text. */
    speakArgument: z.string().min(1).max(64).default("message"),
  }),
  sessions: z.object({
    /** Seconds that a turn of a session may take. */
    turnSeconds: z.number().min(1).max(7200).default(120),
    /** Sessions that are kept; the ones unused for longest go first. */
    maxSessions: z.number().int().min(1).max(100_000).default(1000),
    /** Days after its last turn when a session goes. */
    maxAgeDays: z.number().min(1).max(3650).default(30),
    /** Turns of a session that are remembered. */
    maxTurns: z.number().int().min(1).max(10_000).default(200),
  }),
  backends: z.object({
    list: z.array(Backend).max(20).default([]),
  }),
  roles: z.object({
    /** Names that callers use as a model; each falls back from slot to slot. */
    list: z.array(Role).max(30).default(["chat", "voice", "agent"].map(claudeRole)),
    /** Seconds that a backend with another behind it has for its first word. */
    fallbackSeconds: z.number().min(1).max(120).default(8),
  }),
  jobs: z.object({
    /** Seconds that a permission question waits; unanswered it is a no. */
    confirmSeconds: z.number().min(1).max(86_400).default(300),
    /** Ended jobs that are kept, the newest, and for how many days. */
    keepJobs: z.number().int().min(1).max(100_000).default(500),
    keepDays: z.number().min(0.01).max(3650).default(30),
    /** Jobs that run at once; more are refused. */
    maxRunning: z.number().int().min(1).max(50).default(4),
  }),
  activity: z.object({
    /** Whether the record of turns holds what was asked and answered. */
    contents: z.boolean().default(true),
  }),
  startup: z.object({
    openAtLogin: z.boolean().default(false),
    startHidden: z.boolean().default(false),
    /** Whether the brain starts with the app; it stays off where the person had stopped it. */
    startBrain: z.boolean().default(true),
    stayInTray: z.boolean().default(true),
    /** Whether the person was told that closing keeps the brain in the tray. */
    saidStayInTray: z.boolean().default(false),
  }),
  appearance: z.object({
    theme: z.enum(["system", "light", "dark"]).default("system"),
    size: z.enum(["small", "medium", "large"]).default("medium"),
    density: z.enum(["comfortable", "compact"]).default("comfortable"),
    /** "system" is the system's own language where it is spoken here, else English. */
    language: z.enum(["system", ...languages]).default("system"),
  }),
  quickAsk: z.object({
    /** Whether the shortcut opens a small window for one question, from anywhere. */
    on: z.boolean().default(false),
    /** In Electron's words for keys. */
    shortcut: z.string().min(1).max(60).default("CommandOrControl+Shift+Space"),
  }),
  firstRun: z.object({
    /** Whether the person has been through the first steps. */
    done: z.boolean().default(false),
  }),
});
export type Settings = z.infer<typeof Settings>;

/** A change of some fields, a section at a time. */
export type SettingsPatch = { [K in keyof Settings]?: Partial<Settings[K]> };

/** The settings of someone who has changed nothing. */
export function defaultSettings(): Settings {
  return Settings.parse(Object.fromEntries(Object.keys(Settings.shape).map((section) => [section, {}])));
}
