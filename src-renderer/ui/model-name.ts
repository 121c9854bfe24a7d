/** A model's id as people say it: `claude-sonnet-4-6` is "Claude Sonnet 4.6"; what is unlike that stays as it is. */
export function modelName(id: string): string {
  const match = /^claude-([a-z]+)-(\d+)(?:-(\d{1,2}))?(?:-\d{8})?$/.exec(id);
  if (!match?.[1]) return id;
  const version = [match[2], match[3]].filter(Boolean).join(".");
  return `Claude ${match[1][0]?.toUpperCase()}${match[1].slice(1)} ${version}`;
}
