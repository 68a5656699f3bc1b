import { attempt } from './attempt.ts';
import { latin } from './parse-pdf-value.ts';
import type { PdfObjects } from './pdf-file.ts';
import { entriesOf, isKind, type PdfValue } from './pdf-value.ts';
import type { PdfPage } from './read-pdf-pages.ts';

const mostLookedAt = 32 * 1024 * 1024;

/**
 * The resources of a page as far as what it draws names them: many programs give all pages of a file the same list, with the pictures
 * of all pages. Where that can't be told, the list as it is.
 */
export function findUsedNames(page: PdfPage, objects: PdfObjects): PdfValue {
  const { resolve } = objects;
  const resources = entriesOf(resolve(page.resources));
  if (resources === undefined || drawsWithBorrowed(resources, objects)) return page.resources;
  const list = resolve(page.entries.get('Contents'));
  const names = new Set<string>();
  let left = mostLookedAt;
  for (const part of Array.isArray(list) ? list.map(resolve) : [list]) {
    const content = isKind(part, 'stream') ? attempt(() => objects.unpack(part, left)) : undefined;
    if (content === undefined) return page.resources;
    left -= content.length;
    for (const name of namesIn(content)) names.add(name);
  }
  const used = new Map<string, PdfValue>();
  for (const [category, value] of resources) {
    const entries = entriesOf(resolve(value));
    if (entries === undefined) continue;
    used.set(category, { kind: 'dictionary', entries: new Map([...entries].filter(([name]) => names.has(name))) });
  }
  return { kind: 'dictionary', entries: used };
}

/** Whether something that the page draws may use the page's resources instead of its own, as old programs do. */
function drawsWithBorrowed(resources: ReadonlyMap<string, PdfValue>, { resolve }: PdfObjects): boolean {
  const drawings = entriesOf(resolve(resources.get('XObject')));
  return [...(drawings?.values() ?? [])].some((value) => {
    const entries = entriesOf(resolve(value));
    const subtype = resolve(entries?.get('Subtype'));
    return isKind(subtype, 'name') && subtype.name === 'Form' && !entries?.has('Resources');
  });
}

/** All that stands behind a slash, in texts and pictures too: one name too many does no harm. */
function* namesIn(content: Uint8Array): Generator<string> {
  for (const [, name] of latin(content).matchAll(/\/([^\s()<>[\]{}/%\0]{1,200})/g)) {
    if (name !== undefined) {
      yield name.replace(/#([\da-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
    }
  }
}
