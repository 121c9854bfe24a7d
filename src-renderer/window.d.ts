import type { Bridge } from "../src-shared/ipc";

declare global {
  interface Window {
    brainstem: Bridge;
  }
}
