const vulgarFractions: Record<string, string> = {
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '⅓': '1/3',
  '⅔': '2/3',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

/**
 * A number as people print it, as a plain decimal string without needless zeros: `$1,275.00` → `1275`, `8 1/2` →
 * `8.5`, `(12.00)` → `-12`. A unit after the number is left out (`43,700 lb`). A last comma with one or two digits
 * behind it is a decimal mark. Null where the text is no single number.
 */
export function normalizeNumber(text: string): string | null {
  const plain = text
    .replace(/[¼½¾⅓⅔⅛⅜⅝⅞]/g, (sign) => ` ${vulgarFractions[sign] ?? ''}`)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2044/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
  const parts =
    /^(\(|-)? ?(?:US)?[$€£]? ?(-)?([\d.,' /-]*\d|\d)[.,]?(-| ?\))?( ?[%#]| ?\/? ?[a-z][a-z.³3]{0,11})?$/i.exec(plain);
  if (parts === null) return null;
  const [, before, inner, digits = '', after] = parts;
  if ((before === '(') !== (after?.trim() === ')')) return null;
  const value = parseFraction(digits) ?? parseDecimal(digits);
  if (value === null) return null;
  const isNegative = before !== undefined || inner !== undefined || after === '-';
  return isNegative && value !== '0' ? `-${value}` : value;
}

/** `8 1/2`, `8-1/2` and `1/2`, to six decimals. */
function parseFraction(digits: string): string | null {
  const parts = /^(?:(\d{1,6})[ -])?(\d{1,3})\/(\d{1,3})$/.exec(digits);
  if (parts === null) return null;
  const [, whole = '0', numerator, denominator] = parts;
  const [top, bottom] = [Number(numerator), Number(denominator)];
  // nobody prints 81/2: it is 8 1/2 whose gap was lost
  const glued = parts[1] === undefined && top > bottom ? /^(\d+)([1357])\/([248])$/.exec(digits) : null;
  if (glued !== null) return parseFraction(`${glued[1]} ${glued[2]}/${glued[3]}`);
  if (bottom === 0 || (parts[1] !== undefined && top >= bottom)) return null;
  return trimZeros((Number(whole) + top / bottom).toFixed(6));
}

function parseDecimal(digits: string): string | null {
  if (/[/-]/.test(digits)) return null;
  // thousands by comma, space or apostrophe
  if (/^\d{1,3}([,' ]\d{3})+(\.\d*)?$/.test(digits)) return trimZeros(digits.replace(/[,' ]/g, ''));
  if (/^\d*\.?\d+$/.test(digits) || /^\d+\.$/.test(digits)) return trimZeros(digits);
  // decimal comma
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(digits)) return trimZeros(digits.replaceAll('.', '').replace(',', '.'));
  if (/^\d+,\d{1,2}$/.test(digits)) return trimZeros(digits.replace(',', '.'));
  if (/^\d{1,3}(,\d{3})*,\d{2}$/.test(digits)) {
    const cut = digits.lastIndexOf(',');
    return trimZeros(`${digits.slice(0, cut).replaceAll(',', '')}.${digits.slice(cut + 1)}`);
  }
  return /^\d{1,3}(\.\d{3}){2,}$/.test(digits) ? trimZeros(digits.replaceAll('.', '')) : null;
}

function trimZeros(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const rest = fraction.replace(/0+$/, '');
  const front = whole.replace(/^0+(?=\d)/, '') || '0';
  return rest === '' ? front : `${front}.${rest}`;
}
