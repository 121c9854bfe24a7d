import type { Bridge, RouteInput, RouteName, RouteOutput } from "../../src-shared/ipc";

type Input<N extends RouteName> = undefined extends RouteInput<N> ? [] : [RouteInput<N>];

/** Asks the main process; rejects with an `Error` whose message is a sentence for the person. */
export type Ask = <N extends RouteName>(name: N, ...input: Input<N>) => Promise<RouteOutput<N>>;

export function createAsk(bridge: Pick<Bridge, "request">): Ask {
  return async (name, ...input) => {
    const reply = await bridge.request(name, input[0] as RouteInput<typeof name>);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
}

/** The sentence of whatever was thrown. */
export const sentence = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
