/** A line longer than this many characters is no answer of a model. */
const longestLine = 32 * 1024 * 1024;

/**
 * The `data` of each server-sent event of a byte stream, whatever its line ends and wherever its chunks are cut.
 * Comments and other fields are passed over; an event that the stream's end cut off after its line is still told.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let data: string[] = [];
  for await (const line of readLines(chunks)) {
    if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    else if (line === "" && data.length > 0) {
      yield data.join("\n");
      data = [];
    }
  }
  if (data.length > 0) yield data.join("\n");
}

/** Lines that end with LF, CRLF or CR. */
async function* readLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  // Holds back a character whose bytes are not all there yet.
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the end may be the first half of a CRLF.
    const held = rest.endsWith("\r") ? 1 : 0;
    const lines = rest.slice(0, rest.length - held).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + "\r".slice(0, held);
    yield* lines;
    if (rest.length > longestLine) throw new Error("a line of the answer does not end");
  }
  yield* (rest + decoder.decode()).split(/\r\n|\n|\r/);
}
