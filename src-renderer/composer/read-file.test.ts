import { expect, test } from "vitest";
import { maxTextBytes } from "../../src-shared/conversation";
import { maxPdfBytes, readFile } from "./read-file";

const file = (content: BlobPart, name = "a.txt", type = "") => new File([content], name, { type });

test("text is kept to the letter, whatever its ending says", async () => {
  const text = "Здравей 👋\r\n\tif (a < b) `x`\n";
  expect(await readFile(file(text, "notes.weird"))).toEqual({ name: "notes.weird", mediaType: "text/plain", text });
  expect(await readFile(file("a,b", "a.csv", "text/csv"))).toMatchObject({ mediaType: "text/csv", text: "a,b" });
  // A character that the first kilobyte cuts in two.
  expect(await readFile(file(`${"x".repeat(1023)}é`))).toMatchObject({ text: `${"x".repeat(1023)}é` });
});

test("text in UTF-16 is read where its mark says so", async () => {
  const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from("Привіт", "utf16le")]);
  expect(await readFile(file(bytes))).toMatchObject({ text: "Привіт" });
});

test("what cannot be taken is named", async () => {
  expect(await readFile(file(""))).toBe("empty");
  expect(await readFile(file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "a.docx"))).toBe("binary");
  expect(await readFile(file(new Uint8Array([0xe4, 0xf6, 0xfc, 0x20]), "latin.txt"))).toBe("binary");
  expect(await readFile(file(`${"x".repeat(2000)}\0`))).toBe("binary");
  expect(await readFile(file("x".repeat(maxTextBytes)))).toMatchObject({ name: "a.txt" });
  expect(await readFile(file("x".repeat(maxTextBytes + 1)))).toBe("textTooLarge");
  expect(await readFile(file(`%PDF-1.7\n${"x".repeat(maxPdfBytes)}`, "a.pdf"))).toBe("pdfTooLarge");
  const gone = { name: "folder", size: 4096, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }) };
  expect(await readFile(gone as unknown as File)).toBe("unreadable");
});
