const letter = /[\p{L}\p{N}\p{M}]/u;

/** How much of an answer was heard. */
export interface Heard {
  /** Its first characters that were told back. */
  upTo: number;
  /** Where in `told` something begins that is not of the answer; its length where nothing does. */
  rest: number;
}

/**
 * Compares an answer with what a client tells of it in its next history: letters and digits alone, because speech
 * brings its own blanks, punctuation and case. Undefined where they differ before either ends.
 * @param whole whether `reply` is all of the answer, not only its beginning.
 */
export function compareHeard(reply: string, told: string, whole = true): Heard | undefined {
  let upTo = 0;
  let rest = 0;
  for (;;) {
    const said = nextLetter(reply, upTo);
    const heard = nextLetter(told, rest);
    // What follows the last letter, such as its full stop, was heard with it.
    if (!said) return { upTo: reply.length, rest: whole || !heard ? rest : told.length };
    if (!heard) return { upTo: upTo + sameMarks(reply.slice(upTo), told.slice(rest)), rest: told.length };
    if (said.char.toLowerCase() !== heard.char.toLowerCase()) return undefined;
    upTo = said.end;
    rest = heard.end;
  }
}

/** How many marks, such as a full stop, both begin with: those were told back with the word before them. */
function sameMarks(reply: string, told: string): number {
  let same = 0;
  while (same < told.length && reply[same] === told[same] && told[same]?.trim()) same += 1;
  return same;
}

function nextLetter(text: string, from: number): { char: string; end: number } | undefined {
  for (let i = from; i < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(i) as number);
    i += char.length;
    if (letter.test(char)) return { char, end: i };
  }
  return undefined;
}

/** Whether there is a letter or a digit in it. */
export const hasLetters = (text: string): boolean => letter.test(text);
