import { expect, test, vi } from "vitest";
import { createOutbox } from "./outbox";

test("before the snapshot only the wanted page is kept; after it everything goes out", async () => {
  const deliver = vi.fn();
  const outbox = createOutbox(deliver);
  outbox.emit("conversation.removed", { id: "a" });
  outbox.emit("navigate", { page: "settings" });
  expect(deliver).not.toHaveBeenCalled();

  outbox.open();
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledExactlyOnceWith("navigate", { page: "settings" }));
  outbox.emit("conversation.removed", { id: "b" });
  expect(deliver).toHaveBeenLastCalledWith("conversation.removed", { id: "b" });

  outbox.hold();
  outbox.emit("conversation.removed", { id: "c" });
  expect(deliver).toHaveBeenCalledTimes(2);
});
