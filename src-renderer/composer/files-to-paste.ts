/**
 * What of the clipboard is pasted as files. Spreadsheets and word processors put a picture of what was copied beside
 * its words: then the words are what is meant.
 */
export function filesToPaste(clipboard: Pick<DataTransfer, "files" | "getData">): File[] {
  const files = [...clipboard.files];
  const onlyAPicture = files.length === 1 && files[0]?.type.startsWith("image/") && files[0].name === "image.png";
  return onlyAPicture && clipboard.getData("text/plain").trim() !== "" ? [] : files;
}
