const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A number of bytes as people say it in a language, e.g. `3.4 MB`; a kilobyte has 1024 bytes. */
export function shownSize(bytes: number, language: string): string {
  let [amount, step] = [bytes, 0];
  for (; amount >= 1000 && step < units.length - 1; step += 1) amount /= 1024;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step > 0 && amount < 10 ? 1 : 0,
  }).format(amount);
}
