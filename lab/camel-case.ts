/** `clock-wrong` → `clockWrong`: the name under which a unit is exported. */
export const camelCase = (id: string): string => id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
