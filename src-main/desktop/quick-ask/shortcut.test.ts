import { expect, test, vi } from "vitest";
import { defaultSettings, type Settings } from "../../../src-shared/settings";
import { createShortcut } from "./shortcut";

/** A desktop on which some keys belong to another program, and settings that change. */
function desk(taken: string[] = []) {
  let settings = defaultSettings();
  const listeners = new Set<(settings: Settings) => void>();
  const held = new Map<string, () => void>();
  const pressed = vi.fn();
  const shortcut = createShortcut({
    settings: {
      get: () => settings,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    globalShortcut: {
      register: (keys: string, heard: () => void) => {
        if (keys === "Nonsense") throw new Error("Error processing argument");
        if (taken.includes(keys)) return false;
        held.set(keys, heard);
        return true;
      },
      unregister: (keys: string) => void held.delete(keys),
    },
    wayland: false,
    pressed,
  });
  const set = (quickAsk: Partial<Settings["quickAsk"]>) => {
    settings = { ...settings, quickAsk: { ...settings.quickAsk, ...quickAsk } };
    for (const listener of listeners) listener(settings);
  };
  return { shortcut, held, pressed, set };
}

test("no keys are taken until the person wants them, and they are given back at once", () => {
  const { shortcut, held, pressed, set } = desk();
  expect([...held.keys()]).toEqual([]);
  set({ on: true });
  held.get("CommandOrControl+Shift+Space")?.();
  expect(pressed).toHaveBeenCalledOnce();
  expect(shortcut.status()).toEqual({ registered: true, wayland: false });
  set({ shortcut: "Alt+K" });
  expect([...held.keys()]).toEqual(["Alt+K"]);
  set({ on: false });
  expect([...held.keys()]).toEqual([]);
  expect(shortcut.status()).toEqual({ registered: false, wayland: false });
});

test("keys of another program and keys that are none are told apart, and others can be taken after them", () => {
  const { shortcut, held, set } = desk(["Alt+K"]);
  const told = vi.fn();
  shortcut.onChange(told);
  set({ on: true, shortcut: "Alt+K" });
  expect(told).toHaveBeenLastCalledWith({ registered: false, problem: "taken", wayland: false });
  set({ shortcut: "Nonsense" });
  expect(shortcut.status().problem).toBe("invalid");
  set({ shortcut: "Alt+J" });
  expect(shortcut.status()).toEqual({ registered: true, wayland: false });
  shortcut.close();
  expect([...held.keys()]).toEqual([]);
});
