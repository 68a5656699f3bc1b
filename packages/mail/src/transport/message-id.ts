/** The Message-ID of a mail: the same at every try, under the sender's domain. */
export function messageIdOf(mailId: string, from: string): string {
  const domain = /@([^<>@\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return `<${mailId}@${domain}>`;
}
