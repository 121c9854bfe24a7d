/** Calls `act` when `signal` aborts, at once where it has already. Returns the function that ends the listening. */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  signal.addEventListener("abort", act);
  if (signal.aborted) act();
  return () => signal.removeEventListener("abort", act);
}
