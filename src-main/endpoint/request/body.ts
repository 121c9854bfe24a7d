import type { IncomingMessage, ServerResponse } from "node:http";
import { TextDecoder } from "node:util";
import { badRequest, HttpError } from "../errors";
import type { Exchange } from "../exchange";
import type { Limits } from "../server/limits";
import { nestsDeeper } from "./json-depth";

/** The request's JSON. Throws 415 for another type or encoding, 413 past the cap, 400 for what is no JSON. */
export async function readJson({ request, response }: Exchange, limits: Limits): Promise<unknown> {
  checkType(request);
  const bytes = await readBytes(request, response, limits.bodyBytes);
  if (nestsDeeper(bytes, limits.jsonDepth)) throw badRequest("The request is nested too deeply.");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest("The request's body is not valid JSON in UTF-8.", null, "invalid_json");
  }
}

function checkType({ headers }: IncomingMessage): void {
  const [type, ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
  const charset = parameters.map((p) => p.trim().replace(/"/g, "")).find((p) => p.startsWith("charset="));
  const encoding = headers["content-encoding"]?.toLowerCase();
  if (type?.trim() !== "application/json" || (charset !== undefined && charset !== "charset=utf-8")) {
    throw new HttpError(415, "unsupported_media_type", "The request's Content-Type must be application/json.");
  }
  if (encoding !== undefined && encoding !== "identity") {
    throw new HttpError(415, "unsupported_encoding", "A compressed request body is not supported.");
  }
}

function readBytes(request: IncomingMessage, response: ServerResponse, cap: number): Promise<Buffer> {
  const tooLarge = () =>
    new HttpError(413, "request_too_large", `The request's body is larger than ${Math.floor(cap / 1024)} KiB.`);
  if (Number(request.headers["content-length"] ?? 0) > cap) return Promise.reject(tooLarge());
  if (request.headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= cap) pieces.push(piece);
      else {
        pieces.length = 0;
        reject(tooLarge());
      }
    });
    request.once("end", () => resolve(pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)));
    const cutOff = () => reject(badRequest("The request's body did not arrive whole."));
    request.once("error", cutOff);
    request.once("close", cutOff);
  });
}
