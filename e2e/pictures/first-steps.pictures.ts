import { test } from "../desktop/desktop";
import { respondAs } from "./conversation";
import { fineDrawing, port, resize, shoot, sit } from "./studio";

const respond = respondAs({ shown: Promise.resolve() });

test("the first steps where the CLI is missing", async ({ desktop }) => {
  const { args, env } = fineDrawing(desktop.userHome);
  const nothing = { PATH: "/usr/bin:/bin", SHELL: "/bin/sh", BRAINSTEM_CLAUDE_PATH: undefined };
  const app = await desktop.launch({ args, env: { ...env, ...nothing, BRAINSTEM_PORT: port } });
  await resize(app, 1280, 820);
  await app.page.getByText("it is not on this computer yet").waitFor();
  await shoot(app.page, "first-steps-missing", desktop);
});

test("the first steps where all is ready", async ({ desktop }) => {
  const { page, upstream } = await sit(desktop, { respond });
  await page.getByRole("region", { name: "First steps" }).getByText("Ask anything below").waitFor();
  await shoot(page, "first-steps", desktop);
  await upstream.close();
});
