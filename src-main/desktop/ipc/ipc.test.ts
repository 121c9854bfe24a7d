import type { IpcMainInvokeEvent } from "electron";
import { expect, test, vi } from "vitest";
import { type Handlers, serveRequests } from "./ipc";

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

/** A window's side of the channel; `handlers` needs only what the test asks for. */
function connect(handlers: Partial<Handlers> | Promise<Partial<Handlers>>, trusted = true) {
  let listener: ((event: IpcMainInvokeEvent, ...args: unknown[]) => unknown) | undefined;
  const ipcMain = {
    handle: (_channel: string, handle: typeof listener) => {
      listener = handle;
    },
  };
  serveRequests(
    ipcMain,
    [{ handlers: handlers as Handlers | Promise<Handlers>, isTrusted: () => trusted }],
    log,
    (thrown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  return (name: unknown, input?: unknown) => listener?.({ senderFrame: null } as IpcMainInvokeEvent, name, input);
}

test("a request is parsed, handled and answered", async () => {
  const rename = vi.fn();
  const ask = connect({ "conversations.rename": rename });
  expect(await ask("conversations.rename", { id: "a", title: "  New  ", extra: 1 })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(rename).toHaveBeenCalledWith({ id: "a", title: "New" });
});

test("what is asked before the handlers are there waits for them", async () => {
  let come: (handlers: Partial<Handlers>) => void = () => {};
  const ask = connect(
    new Promise<Partial<Handlers>>((resolve) => {
      come = resolve;
    }),
  );
  const asked = ask("endpoint.revealKey");
  come({ "endpoint.revealKey": () => "the key" });
  expect(await asked).toEqual({ ok: true, value: "the key" });
});

test("wrong input, unknown names and strangers are refused before any handler runs", async () => {
  const stop = vi.fn();
  const ask = connect({ "chat.stop": stop });
  expect(await ask("chat.stop", { conversationId: "../../x" })).toMatchObject({ ok: false });
  expect(await ask("constructor")).toMatchObject({ ok: false });
  expect(await ask({ toString: () => "chat.stop" })).toMatchObject({ ok: false });
  expect(await connect({ "chat.stop": stop }, false)("chat.stop", { conversationId: "a" })).toMatchObject({
    ok: false,
  });
  expect(stop).not.toHaveBeenCalled();
});

test("a page may ask for no more than what it was given", async () => {
  expect(await connect({ "chat.stop": vi.fn() })("endpoint.revealKey")).toEqual({
    ok: false,
    error: { message: "The window may not ask for that." },
  });
});

test("a failure comes back as its sentence", async () => {
  const ask = connect({
    "login.start": () => {
      throw new Error("No terminal could be opened.");
    },
  });
  expect(await ask("login.start")).toEqual({ ok: false, error: { message: "No terminal could be opened." } });
});

test("only http(s) and mail links reach the browser", async () => {
  const open = vi.fn();
  const ask = connect({ "link.open": open });
  for (const url of ["file:///etc/passwd", "javascript:alert(1)", "app://brainstem/", "smb://host/share"]) {
    expect(await ask("link.open", url)).toMatchObject({ ok: false });
  }
  expect(open).not.toHaveBeenCalled();
  expect(await ask("link.open", "https://example.com/a?b=c")).toMatchObject({ ok: true });
});
