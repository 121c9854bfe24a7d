/** What the window says in this language, by file. */
export default import.meta.glob<object>(["./*.json", "!./desktop.json", "!./failures.json"], {
  eager: true,
  import: "default",
});
