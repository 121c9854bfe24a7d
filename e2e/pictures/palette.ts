/** A picture's pixels as places in a list of colours. */
export interface Indexed {
  /** RGB, three bytes a colour; 256 at the most. */
  palette: Buffer;
  /** One byte a pixel, row after row. */
  pixels: Buffer;
}

/** Colours that are taken because they are common; the rest of the 256 are taken because nothing like them is there. */
const common = 160;

/** The picture in 256 colours, which is next to all that a window has: its surfaces, words and their soft edges. */
export function indexColours(rgb: Buffer): Indexed {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const chosen = choose(colours);
  const places = new Map(colours.map((colour) => [colour, nearest(colour, chosen)]));
  const pixels = Buffer.alloc(rgb.length / 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = places.get(rgb.readUIntBE(at * 3, 3)) ?? 0;
  const palette = Buffer.alloc(chosen.length * 3);
  for (const [place, colour] of chosen.entries()) palette.writeUIntBE(colour, place * 3, 3);
  return { palette, pixels };
}

function choose(colours: number[]): number[] {
  const chosen = colours.slice(0, common);
  const rest = colours.slice(common);
  const away = rest.map((colour) => distance(colour, chosen[nearest(colour, chosen)] ?? 0));
  while (chosen.length < 256 && away.some((far) => far > 0)) {
    const furthest = away.reduce((best, far, at) => (far > (away[best] ?? 0) ? at : best), 0);
    const taken = rest[furthest] ?? 0;
    chosen.push(taken);
    for (const [at, colour] of rest.entries()) away[at] = Math.min(away[at] ?? 0, distance(colour, taken));
  }
  return chosen;
}

function nearest(colour: number, among: number[]): number {
  let best = 0;
  for (let at = 1; at < among.length; at += 1)
    if (distance(colour, among[at] ?? 0) < distance(colour, among[best] ?? 0)) best = at;
  return best;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return red * red + green * green + blue * blue;
}
