/** Texts of components/explain. */
export const explainStrings = {} as const;
