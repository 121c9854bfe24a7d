/**
 * What `electron FOLDER` runs first: it loads the app in FOLDER. Electron has one of its own; this stands in for it in
 * a distribution that was taken from a packaged application, where it is missing.
 */
const { readFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { app } = require("electron");

process.defaultApp = true;
const at = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith("-"));
const folder = resolve(process.argv[at] ?? ".");
const { main, name, productName, version } = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
require(resolve(folder, main));
