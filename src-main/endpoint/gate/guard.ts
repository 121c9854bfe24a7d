import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { HttpError } from "../errors";

/**
 * 403 unless the request names the very address that it came in at: a page whose DNS name was rebound to this machine
 * names something else. On loopback `localhost` will do as well.
 */
export function checkHost(request: IncomingMessage): void {
  const names = request.rawHeaders.filter((_, i) => i % 2 === 0);
  const one = names.filter((name) => name.toLowerCase() === "host").length === 1;
  const { localAddress = "", localPort: port } = request.socket;
  const host = request.headers.host?.toLowerCase() ?? "";
  const own = localAddress === "127.0.0.1" ? [localAddress, "localhost"] : [localAddress];
  const known = own.some((name) => name && (host === `${name}:${port}` || (port === 80 && host === name)));
  if (!one || !known) throw new HttpError(403, "host_not_allowed", "This server answers only to its own address.");
}

/** The web page that asks, when it may; undefined for callers that are no page. 403 for any other page. */
export function checkOrigin(request: IncomingMessage, allowed: string[]): string | undefined {
  const { origin } = request.headers;
  if (origin === undefined) return undefined;
  const listed = allowed.some((entry) => entry.trim().replace(/\/+$/, "").toLowerCase() === origin.toLowerCase());
  if (origin !== "null" && listed) return origin;
  throw new HttpError(403, "origin_not_allowed", "Web pages may not call this server unless Settings allows them.");
}

/** 401 unless `Authorization: Bearer` has the key, or `x-api-key` where that will do. An empty key refuses everyone. */
export function checkKey(request: IncomingMessage, key: string, apiKeyHeader = false): void {
  const { authorization, "x-api-key": apiKey } = request.headers;
  const bearer = /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
  const shown = [bearer, apiKeyHeader ? apiKey : undefined].filter((each) => typeof each === "string");
  // A client may send both, e.g. a key of its environment beside the one it was given.
  const same = shown.filter((each) => timingSafeEqual(digest(each), digest(key)));
  if (key !== "" && same.length > 0) return;
  const message = shown.length === 0 ? "No API key was sent." : "The API key is not the one of this server.";
  throw new HttpError(401, "invalid_api_key", `${message} Copy it from Brainstem's settings.`, null, {
    "WWW-Authenticate": "Bearer",
  });
}

const digest = (text: string) => createHash("sha256").update(text).digest();
