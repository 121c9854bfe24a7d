import { mutant } from "./mutant.mjs";

const guard = "src-main/endpoint/gate/guard.ts";
const guardTest = ["src-main/endpoint/gate/guard.test.ts"];
const sharedTest = ["src-main/endpoint/server/shared.test.ts"];
const limitsTest = ["src-main/endpoint/server/limits.test.ts"];

/** Who may ask the endpoint, what, and how much of it. */
export const endpoint = [
  mutant("any host", guard, "if (!one || !known) throw", "if (!one) throw", guardTest),
  mutant("several hosts", guard, '"host").length === 1', '"host").length >= 1', guardTest),
  mutant("any page", guard, 'if (origin !== "null" && listed) return', 'if (origin !== "null") return', guardTest),
  mutant(
    "null is no page",
    guard,
    "if (origin === undefined) return",
    'if (!origin || origin === "null") return',
    guardTest,
  ),
  mutant("any key", guard, "timingSafeEqual(digest(each), digest(key))", "Boolean(each)", guardTest),
  mutant("an empty key admits", guard, 'key !== "" && ', "", ["src-main/endpoint/hostile.test.ts"]),
  mutant("a comparison that tells by its time", guard, "timingSafeEqual(digest(each), digest(key))", "each === key", [
    "src-main/endpoint/gate/guard-compare.test.ts",
  ]),
  mutant("no key", "src-main/endpoint/dispatch.ts", "if (!route?.open) checkKey", "if (false) checkKey", guardTest),
  mutant(
    "the address is logged",
    "src-main/endpoint/dispatch.ts",
    "route: `${route.method} ${route.path}`",
    "route: response.req.url",
    guardTest,
  ),
  mutant(
    "all of the machine's addresses",
    "src-main/endpoint/endpoint.ts",
    'listenAt("127.0.0.1"',
    'listenAt("0.0.0.0"',
    sharedTest,
  ),
  mutant("any name with the port", guard, "host === `${name}:${port}`", "host.endsWith(`:${port}`)", sharedTest),
  mutant(
    "the network stays connected",
    "src-main/endpoint/server/listening.ts",
    "sockets.destroyAll();\n      await over;",
    "sockets.closeIdle();",
    sharedTest,
  ),
  mutant(
    "a body of any announced size",
    "src-main/endpoint/request/body.ts",
    "if (Number(request.headers",
    "if (false && Number(request.headers",
    limitsTest,
  ),
  mutant("a body that grows", "src-main/endpoint/request/body.ts", "if (size <= cap)", "if (size > 0)", limitsTest),
  mutant(
    "any content type",
    "src-main/endpoint/request/body.ts",
    'type?.trim() !== "application/json" ||',
    "",
    limitsTest,
  ),
  mutant(
    "any encoding",
    "src-main/endpoint/request/body.ts",
    'encoding !== undefined && encoding !== "identity"',
    "false",
    limitsTest,
  ),
  mutant("broken UTF-8", "src-main/endpoint/request/body.ts", "fatal: true", "fatal: false", limitsTest),
  mutant(
    "any depth",
    "src-main/endpoint/request/body.ts",
    "if (nestsDeeper(bytes, limits.jsonDepth))",
    "if (false)",
    limitsTest,
  ),
  mutant("pictures from the web", "src-main/endpoint/request/image.ts", "if (imageUrls) return", "return", [
    "src-main/endpoint/chat/refusals.test.ts",
  ]),
  mutant("pictures of any kind", "src-main/endpoint/request/image.ts", "(png|jpe?g|gif|webp)", "(.*)", [
    "src-main/endpoint/chat/refusals.test.ts",
  ]),
];
