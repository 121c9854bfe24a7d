/** Joins class names, without those that are off. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(" ");
