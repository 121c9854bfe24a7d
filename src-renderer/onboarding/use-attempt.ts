import { useState } from "react";
import { sentence } from "../stores/ask";
import type { Stores } from "../stores/stores";
import { useStores } from "../stores/use-stores";

/** Does something that takes a moment; what goes wrong is said beside it. */
export function useAttempt() {
  const stores = useStores();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const attempt = (work: (stores: Stores) => Promise<unknown>): void => {
    setBusy(true);
    setError(undefined);
    work(stores)
      .catch((thrown: unknown) => setError(sentence(thrown)))
      .finally(() => setBusy(false));
  };
  return { busy, error, attempt };
}
