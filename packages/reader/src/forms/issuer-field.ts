/** The field whose value is printed with the form. */
export const issuerField = 'company';
