import { expect, test } from "vitest";
import { z } from "zod";
import { BrainError } from "../../brain/turn";
import { Failure } from "../../failure";
import { JobRefusal } from "../../jobs/refusal";
import { fileFailure, valueFailure } from "../../storage/failure";
import { explain } from "./explain";
import { textsOf } from "./testing";

const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });

test("a failure is said in the language of the moment", () => {
  const texts = textsOf("de");
  const gone = new Failure("conversation_gone");
  expect(explain(gone, texts)).toBe("Diese Unterhaltung gibt es nicht mehr.");
  texts.speak("en");
  expect(explain(gone, texts)).toBe("That conversation is no longer there.");
  texts.speak("ru");
  expect(explain(gone, texts)).toMatch(/^[А-Я][а-я ]+\.$/);
});

test("why a file could not be written is translated with it", () => {
  const failure = fileFailure("settings_unsaved", full);
  expect(explain(failure, textsOf())).toBe("The settings could not be saved: the disk is full.");
  expect(explain(failure, textsOf("de"))).toMatch(/Einstellungen.*Festplatte ist voll/);
});

test("why a value is not taken is said by its kind, and in English as its schema says it", () => {
  const { error } = z.number().max(5, "must be at most 5").safeParse(9);
  const failure = valueFailure("setting_refused", error?.issues[0], { name: "brain.processes" });
  expect(explain(failure, textsOf())).toBe('The setting "brain.processes" was not accepted: must be at most 5.');
  expect(explain(failure, textsOf("de"))).toMatch(/brain\.processes.*zu groß/);
});

test("names stay in the sentence as they are", () => {
  expect(explain(new Failure("agent_taken", { name: "<b>&x" }), textsOf("es"))).toContain("<b>&x");
});

test("errors of the brain and refused jobs have their sentence; what nobody knows stays as it came", () => {
  const german = textsOf("de");
  expect(explain(new BrainError("busy", "Busy."), german)).not.toContain("Busy.");
  expect(explain(new BrainError("busy", "8 wait already."), textsOf())).toBe("8 wait already.");
  expect(explain(new JobRefusal("workspace_busy", "At work."), german)).not.toContain("At work");
  expect(explain(new Error("EPIPE"), german)).toBe("EPIPE");
});
