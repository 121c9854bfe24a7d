import { capture } from "./lib/run.mjs";
import { runCommand, SetupError } from "./lib/say.mjs";

/**
 * `npm run audit`: what npm's registry knows against the packages in package-lock.json. Many mirrors do not answer that
 * question; then it fails and says so, since no answer is no good news.
 */
runCommand(async () => {
  const { code, stdout, output } = await capture("npm", ["audit", ...process.argv.slice(2)]);
  if (/audit endpoint returned an error|ENOAUDIT|\b(404|405|501)\b.*audit/i.test(output)) {
    throw new SetupError(
      "This registry does not answer audits, so nothing is known. Ask npm's own with `npm run audit -- --registry=ADDRESS`.",
    );
  }
  process.stdout.write(stdout || output);
  return code;
});
