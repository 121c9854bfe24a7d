import { claudeCliId, type Role, type Slot, slotNames } from "../../src-shared/backends";
import { BrainError, type Driver, type Model } from "./turn";

/** Where a turn may go, in order. Only a role's turns have more than one place. */
export interface Candidate {
  driver: Driver;
  /** The model as the driver knows it. */
  model: string;
}

/** How long a backend that failed is passed over where another can answer. */
const passedOverMs = 30_000;

/** Knows which backend a model name means, and which backends are out of order just now. */
export class Routing {
  private readonly failedAt = new Map<string, number>();

  constructor(
    private readonly drivers: () => readonly Driver[],
    private readonly roles: () => readonly Role[],
    /** What an empty model of a slot stands for at the Claude CLI. */
    private readonly defaultModel: () => string,
  ) {}

  /**
   * A role (`voice`) means its slots in order; a slot of it (`voice/backup_1`) or a backend's model (`ollama/llama3`)
   * means just that one; any other name is a model of the Claude CLI, or else of the first backend that lists it.
   * Throws `model_not_found`.
   */
  candidates(name: string): Candidate[] {
    const role = this.roles().find((each) => each.name === name);
    if (role) return this.ofRole(role);
    const slash = name.indexOf("/");
    const chosen = slash === -1 ? undefined : this.chosen(name.slice(0, slash), name.slice(slash + 1));
    const found = chosen ?? this.listing(name);
    if (!found) throw notFound(name);
    return [found];
  }

  models(): Model[] {
    const roles = this.roles().map(({ name }): Model => ({ id: name, displayName: `Role: ${name}` }));
    const models = this.drivers().flatMap((driver) =>
      driver.name === claudeCliId
        ? driver.models()
        : driver.models().map((model) => ({ ...model, id: `${driver.name}/${model.id}` })),
    );
    return [...models, ...roles];
  }

  /** Notes how a turn of a backend ended, so that the next one need not find out again. */
  note(driver: Driver, failed: boolean): void {
    if (failed) this.failedAt.set(driver.name, performance.now());
    else this.failedAt.delete(driver.name);
  }

  private ofRole(role: Role): Candidate[] {
    const all = slotNames.flatMap((slot) => this.ofSlot(role[slot]) ?? []);
    if (all.length === 0)
      throw new BrainError("model_not_found", `The role "${role.name}" has no backend. Choose one under Settings.`);
    const inOrder = all.filter(({ driver }) => !this.outOfOrder(driver));
    return inOrder.length > 0 ? inOrder : all;
  }

  private chosen(first: string, rest: string): Candidate | undefined {
    const role = this.roles().find((each) => each.name === first);
    const slot = slotNames.find((each) => each === rest);
    if (role && slot) return this.ofSlot(role[slot]);
    const driver = this.drivers().find((each) => each.name === first);
    return driver && rest ? { driver, model: rest } : undefined;
  }

  private ofSlot(slot: Slot | null): Candidate | undefined {
    const driver = this.drivers().find((each) => each.name === slot?.backend);
    if (!driver || !slot) return undefined;
    const model = slot.model || (driver.name === claudeCliId ? this.defaultModel() : driver.models()[0]?.id);
    return model ? { driver, model } : undefined;
  }

  private listing(model: string): Candidate | undefined {
    const driver = this.drivers().find((each) => each.models().some(({ id }) => id === model));
    return driver && { driver, model };
  }

  private outOfOrder(driver: Driver): boolean {
    const failedAt = this.failedAt.get(driver.name);
    return driver.state().state === "error" || (failedAt !== undefined && performance.now() - failedAt < passedOverMs);
  }
}

function notFound(name: string): BrainError {
  return new BrainError(
    "model_not_found",
    `The model "${name.slice(0, 100)}" is not on the list of this brain.`,
    undefined,
    "model",
  );
}
