import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { root } from "./lib/paths.mjs";
import { say } from "./lib/say.mjs";

/** `npm run icons`: draws the PNGs in resources/ from the SVGs beside them. The app's icon by size, the tray's by state. */
const resources = join(root, "resources");
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const TRAY_SIZES = { "": 22, "@2x": 44 };

mkdirSync(join(resources, "icons"), { recursive: true });
for (const size of APP_SIZES) draw(size <= 32 ? "icon-small.svg" : "icon.svg", `icons/${size}x${size}.png`, size);

const states = readdirSync(join(resources, "tray")).filter((name) => name.endsWith(".svg"));
for (const state of states) {
  for (const [suffix, size] of Object.entries(TRAY_SIZES)) {
    draw(`tray/${state}`, `tray/${state.replace(".svg", `${suffix}.png`)}`, size);
  }
}

function draw(source, target, size) {
  const image = new Resvg(readFileSync(join(resources, source), "utf8"), { fitTo: { mode: "width", value: size } });
  writeFileSync(join(resources, target), image.render().asPng());
  say(`resources/${target}`);
}
