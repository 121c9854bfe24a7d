/** Marks what opens a conversation, in the order of the list. */
export const opensConversation = "data-opens-conversation";

/** What has the focus once a conversation is gone: the next one, else the one before it, else the way to a new chat. */
export function neighbourOf(opener: HTMLElement | null): HTMLElement | undefined {
  const list = opener?.closest("nav");
  if (!opener || !list) return undefined;
  const all = [...list.querySelectorAll<HTMLElement>(`[${opensConversation}]`)];
  const at = all.indexOf(opener);
  return all[at + 1] ?? all[at - 1] ?? list.querySelector("button") ?? undefined;
}
