/** Texts of components/see. */
export const seeStrings = {} as const;
