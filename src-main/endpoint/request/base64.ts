/** Whether a text is base64 that holds something. No pattern with a repeat: on megabytes it overflows the stack. */
export function isBase64(data: string): boolean {
  const padded = data.indexOf("=") !== -1 && data.indexOf("=") < data.length - 2;
  return data !== "" && !padded && !/[^A-Za-z0-9+/=]/.test(data);
}
