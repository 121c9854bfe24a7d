import type { Bridge } from "../../src-shared/ipc";
import { test } from "../desktop/desktop";
import { questions, respondAs } from "./conversation";
import { shoot, sit } from "./studio";

test("one question in the small window", async ({ desktop }) => {
  const { app, upstream } = await sit(desktop, { respond: respondAs({ shown: Promise.resolve() }) });
  const [page] = await Promise.all([
    app.electron.waitForEvent("window", { predicate: (each) => each.url().includes("view=quick-ask") }),
    app.page.evaluate(() => (window as unknown as { brainstem: Bridge }).brainstem.request("quickAsk.show", undefined)),
  ]);
  const field = page.getByRole("textbox", { name: "Ask" });
  await field.fill(questions.quick);
  await field.press("Enter");
  await page.getByRole("region", { name: "Answer" }).getByText("near enough.").waitFor();
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
  await shoot(page, "quick-ask", desktop);
  await upstream.close();
});
