const vagueWords = new Set(['common', 'helper', 'helpers', 'index', 'manager', 'misc', 'shared', 'util', 'utils']);

/** Paths with a folder or file whose name says nothing of what is in it (`utils/`, `date-helpers.ts`, `index.ts`). */
export function findVagueNames(paths: readonly string[]): string[] {
  return paths.filter((path) => path.split('/').some(isVague)).sort();
}

function isVague(name: string): boolean {
  const stem = name.replace(/\..*$/, '');
  return vagueWords.has(stem) || vagueWords.has(stem.split('-').at(-1) ?? '');
}
