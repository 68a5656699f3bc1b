/** The text of a file of people. What is not UTF-8 was saved by a spreadsheet in the Windows way. */
export async function readPeopleFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The CSV that people start from. */
export const peopleTemplate = [
  'name,email,role,reports_to',
  'Rosa Delgado,rosa@example.com,office,',
  'Pete Miller,pete@example.com,crew,',
  'Dan Brown,dan@example.com,crew,pete@example.com',
  '',
].join('\r\n');
