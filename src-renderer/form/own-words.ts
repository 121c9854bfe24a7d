import type { TFunction } from "i18next";
import en from "../../locales/en/form.json";

const keys = Object.keys(en.own) as (keyof typeof en.own)[];

/** What a shared schema says of a wrong value, in the window's language: its English sentence is the key. */
export function ownWords(message: string, t: TFunction): string {
  const key = keys.find((one) => en.own[one] === message);
  return key ? t(`form.own.${key}`) : message;
}
