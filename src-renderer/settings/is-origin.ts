/** Whether a text is the origin of a web page, e.g. `https://example.com:8443`, with nothing after it. */
export function isOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    return (url.protocol === "http:" || url.protocol === "https:") && url.origin === text;
  } catch {
    return false;
  }
}
