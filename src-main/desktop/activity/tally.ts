const letter = /[\p{L}\p{N}\p{M}’]/u;
/** Scripts that write no blanks between words: a character counts as one. */
const wordByItself = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Counts words, and guesses tokens, of a text that arrives in pieces cut anywhere. */
export class Tally {
  words = 0;
  /** About four Latin letters a token, two of other alphabets, one of Chinese or Japanese. */
  tokens = 0;
  private inWord = false;

  add(piece: string): void {
    for (const char of piece) {
      const kind = kindOf(char);
      if (kind === "word" || (kind === "letter" && !this.inWord)) this.words += 1;
      this.inWord = kind === "letter";
    }
    this.addTokens(piece);
  }

  /** For what is generated but not said: thinking, and the arguments of tools. */
  addTokens(piece: string): void {
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i);
      this.tokens += unit < 0x80 ? 0.25 : unit < 0x2e80 || unit >= 0xd800 ? 0.5 : 1;
    }
  }
}

/** Each token of each turn passes here: what is plain Latin needs no look into Unicode's tables. */
function kindOf(char: string): "letter" | "word" | undefined {
  const code = char.charCodeAt(0);
  if (code < 0x80) {
    const small = code | 0x20;
    return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x27 ? "letter" : undefined;
  }
  return wordByItself.test(char) ? "word" : letter.test(char) ? "letter" : undefined;
}

/** Below this a speed says nothing. */
const shortestMs = 200;

/** Tokens a second, to one digit; undefined where too little came, or in too short a time. */
export function tokensPerSecond(tokens: number, ms: number): number | undefined {
  return tokens < 2 || ms < shortestMs ? undefined : Math.round((tokens / ms) * 10_000) / 10;
}
