import { useMemo } from "react";
import type { z } from "zod";
import { defaultSettings, Settings, type SettingsPatch } from "../../src-shared/settings";
import { useSettings } from "../stores/use-stores";
import { useSave } from "./use-save";

export type SectionName = keyof Settings;
export type FieldName<S extends SectionName> = keyof Settings[S] & string;
/** The fields of a section that hold values of a kind. */
export type FieldOf<S extends SectionName, V> = {
  [F in FieldName<S>]: Settings[S][F] extends V ? F : never;
}[FieldName<S>];

/** A setting: its value and its default, how to change it, and what was refused, in words. */
export function useField<S extends SectionName, F extends FieldName<S>>(section: S, field: F) {
  const value = useSettings((state) => state.settings[section][field]);
  const fallback = useMemo(() => defaultSettings()[section][field], [section, field]);
  const { error, setError, save } = useSave();
  return {
    value,
    fallback,
    changed: JSON.stringify(value) !== JSON.stringify(fallback),
    error,
    setError,
    put: (next: Settings[S][F]): Promise<boolean> => save({ [section]: { [field]: next } } as SettingsPatch),
  };
}

/** The type of a setting without its default. */
export function typeOf<S extends SectionName, T extends z.ZodType>(section: S, field: FieldName<S>): T {
  const fields = Settings.shape[section].shape as unknown as Record<string, z.ZodDefault<T>>;
  return (fields[field] as z.ZodDefault<T>).unwrap() as T;
}
