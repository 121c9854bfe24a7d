import { expect, test } from "vitest";
import type { StorageState } from "../../../src-shared/storage-state";
import { Failure } from "../../failure";
import { fileFailure } from "../../storage/failure";
import { textsOf } from "../language/testing";
import { watchStorage } from "./storage-watch";

const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
const log = { debug() {}, info() {}, warn() {}, error() {} };

function watchIn(problems: Failure[]) {
  const texts = textsOf("en");
  let damage: (what: Failure) => void = () => {};
  let unsaved: (why: Failure | undefined) => void = () => {};
  const conversations = {
    onDamaged: (listener: typeof damage) => {
      damage = listener;
      return () => {};
    },
    onUnsaved: (listener: typeof unsaved) => {
      unsaved = listener;
      return () => {};
    },
  };
  const watch = watchStorage(problems, conversations, texts, log);
  const told: StorageState[] = [];
  watch.onChange((state) => told.push(state));
  return { texts, watch, told, damage: (what: Failure) => damage(what), unsaved: (why?: Failure) => unsaved(why) };
}

test("what was damaged is told in the person's language, and again in the next one", () => {
  const { texts, watch, told, damage } = watchIn([new Failure("conversation_kept", { kept: "a.damaged" })]);
  expect(watch.now().damaged).toEqual(["A conversation could not be read and was kept as a.damaged."]);
  damage(new Failure("conversation_part_lost", { title: "Trip" }));
  texts.speak("de");
  expect(told).toHaveLength(2);
  expect(told[1]?.damaged).toEqual([
    expect.stringMatching(/Unterhaltung .*a\.damaged/),
    expect.stringMatching(/„Trip“.*nicht gelesen/),
  ]);
});

test("why something waits in memory is told until it is saved", () => {
  const { texts, watch, unsaved } = watchIn([]);
  texts.speak("de");
  unsaved(fileFailure("conversation_unsaved", full));
  expect(watch.now().unsaved).toContain("Festplatte ist voll");
  unsaved();
  expect(watch.now()).toEqual({ damaged: [] });
});
