/**
 * The text with commas between its cells. Cells pasted from a spreadsheet are parted by tabs, those of a file saved where the comma
 * parts decimals by semicolons.
 */
export function commaSeparated(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = ['\t', ';'].find((one) => header.includes(one) && !header.includes(','));
  if (delimiter === undefined) return text;
  const rows = readCells(text, delimiter);
  return rows.map((cells) => cells.map(writeCell).join(',')).join('\n');
}

function writeCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Cells in lines; what stands in quotes may hold the delimiter, line ends and doubled quotes. */
function readCells(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++);
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
