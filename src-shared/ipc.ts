import type { z } from "zod";
import { activityRoutes } from "./ipc/activity";
import { agentsRoutes } from "./ipc/agents";
import { appRoutes } from "./ipc/app";
import { brainRoutes } from "./ipc/brain";
import { chatRoutes } from "./ipc/chat";
import { endpointRoutes } from "./ipc/endpoint";
import type { events } from "./ipc/events";
import { quickAskRoutes } from "./ipc/quick-ask";

/**
 * The contract between the window and the main process. The window asks on one channel (`brainstem:request`) and
 * hears on one (`brainstem:event`). Main parses what it is asked; what it says is held by the types.
 */
export const routes = {
  ...appRoutes,
  ...brainRoutes,
  ...chatRoutes,
  ...endpointRoutes,
  ...agentsRoutes,
  ...activityRoutes,
  ...quickAskRoutes,
} as const;

export type RouteName = keyof typeof routes;
export type RouteInput<N extends RouteName> = z.input<(typeof routes)[N]["input"]>;
export type RouteOutput<N extends RouteName> = z.output<(typeof routes)[N]["output"]>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

/** What a request comes back as: Electron's own rejections lose code and data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { message: string } };

/** `window.brainstem`, the only thing the preload exposes. */
export interface Bridge {
  request<N extends RouteName>(name: N, input: RouteInput<N>): Promise<Reply<RouteOutput<N>>>;
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}
