const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A number of bytes as people say it, e.g. `12 kB`; a kilobyte has 1024 bytes. */
export function shownSize(bytes: number, language?: string): string {
  const step = bytes < 1000 ? 0 : bytes < 1000 * 1024 ? 1 : bytes < 1000 * 1024 ** 2 ? 2 : 3;
  const amount = bytes / 1024 ** step;
  const maximumFractionDigits = step > 0 && amount < 10 ? 1 : 0;
  const format = {
    style: "unit",
    unit: units[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits,
  } as const;
  return new Intl.NumberFormat(language, format).format(amount);
}
