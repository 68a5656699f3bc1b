/**
 * Mends what engines do to the spaces and signs of print, by what is so in any text: no sign is taken for another where both would make
 * sense.
 */
export function repairText(text: string): string {
  return (
    text
      // `Ja1an`, `Leve!`, `Peta1ing`
      .replace(/(?<=\p{Ll})[1!|](?=\p{Ll}|[ ,.]|$)/gu, (sign, at: number, all: string) =>
        sign === '1' && !/\p{Ll}/u.test(all[at + 1] ?? '') ? sign : 'l',
      )
      // an O among the digits of a postal code or a house number
      .replace(/\b(?=(?:[\dOD]){5}\b)(?=(?:\D*\d){3})[\dOD]+/g, (code) => code.replace(/[OD]/g, '0'))
      // `G3O`, `ANG5A`
      .replace(/(?<=\b\p{Lu}?\d+)O\b/gu, '0')
      .replace(/(?<=\p{Lu}{2})5(?=\p{Lu})/gu, 'S')
      // `7/l18B`
      .replace(/(?<=\d\/?)[lI|](?=\d)/g, '1')
      .replace(/(?<=[\p{L}\p{N}).])\((?=[\p{L}\p{N}])/gu, ' (')
      .replace(/\)(?=[\p{L}\p{N}])/gu, ') ')
      .replace(/\( /g, '(')
      .replace(/ \)/g, ')')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
