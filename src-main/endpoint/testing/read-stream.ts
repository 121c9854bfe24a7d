/** What came of a stream, and whether it came to its end rather than being broken off. */
export async function readStream(answer: Response): Promise<{ text: string; whole: boolean }> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const piece of answer.body as AsyncIterable<Uint8Array>) text += decoder.decode(piece, { stream: true });
    return { text, whole: true };
  } catch {
    return { text, whole: false };
  }
}
