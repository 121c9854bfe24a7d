import { readFile } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import type { FileAnswer } from "../electron-compat";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Nothing connects anywhere; scripts and styles are the app's own, pictures too or data URLs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Answers a request of the window from the folder of the built renderer; anything outside of it, or of an unknown
 * type, is a 404. Never rejects.
 */
export async function readRendererFile(root: string, host: string, url: string): Promise<FileAnswer> {
  const path = rendererPath(host, url);
  const type = path && TYPES[extname(path)];
  if (!path || !type) return notFound();
  try {
    return { status: 200, headers: headers(type), body: await readFile(join(root, path)) };
  } catch {
    return notFound();
  }
}

/** The path inside the renderer's folder, or undefined for what must not be served. */
function rendererPath(host: string, url: string): string | undefined {
  try {
    const parsed = new URL(url);
    if (parsed.host !== host) return undefined;
    const path = decodeURIComponent(parsed.pathname);
    if (/[\\\0:]/.test(path) || path.split("/").includes("..")) return undefined;
    return path === "/" ? "/index.html" : posix.normalize(path);
  } catch {
    return undefined;
  }
}

function headers(type: string): Record<string, string> {
  return {
    "content-type": type,
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  };
}

function notFound(): FileAnswer {
  return { status: 404, headers: headers("text/plain"), body: Buffer.from("Not found") };
}
