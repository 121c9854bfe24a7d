/**
 * The first dotted number in a text such as `2.1.330 (Claude Code)` or `v22.3.25`.
 * @param {string} text
 * @returns {string | undefined}
 */
export function parseVersion(text) {
  return /\d+\.\d+\.\d+/.exec(text)?.[0];
}

/**
 * Compares dotted versions by number: negative when `a` is older, 0 when equal.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
