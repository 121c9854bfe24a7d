import { beforeEach, expect, test, vi } from "vitest";
import { openVault } from "./electron-compat";

const safeStorage = vi.hoisted(() => ({
  isEncryptionAvailable: vi.fn(() => true),
  getSelectedStorageBackend: vi.fn<() => string>() as (() => string) | undefined,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (sealed: Buffer) => sealed.toString().slice(7),
}));
vi.mock("electron", () => ({ safeStorage, protocol: {} }));

beforeEach(() => {
  safeStorage.isEncryptionAvailable.mockReturnValue(true);
});

test.each(["gnome_libsecret", "kwallet", "kwallet5", "kwallet6"])("%s is a key store", (backend) => {
  safeStorage.getSelectedStorageBackend = () => backend;
  const { vault, problem } = openVault("linux");
  expect(problem).toBeUndefined();
  expect(vault?.unseal(vault.seal("key"))).toBe("key");
});

test.each(["basic_text", "unknown"])("%s encrypts with what everybody knows, and is none", (backend) => {
  safeStorage.getSelectedStorageBackend = () => backend;
  expect(openVault("linux")).toEqual({ problem: `the key store is "${backend}"` });
});

test("a system without one has none", () => {
  safeStorage.isEncryptionAvailable.mockReturnValue(false);
  expect(openVault("linux")).toEqual({ problem: "the system offers no key store" });
});

test("an Electron that cannot tell, before 26, has said no to basic_text by itself", () => {
  safeStorage.getSelectedStorageBackend = undefined;
  expect(openVault("linux").vault).toBeDefined();
});

test("other systems have one kind only", () => {
  safeStorage.getSelectedStorageBackend = () => "unknown";
  expect(openVault("darwin").vault).toBeDefined();
});
