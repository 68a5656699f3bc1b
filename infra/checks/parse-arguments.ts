export type Arguments = {
  /** Show the output of checks that passed as well. */
  verbose: boolean;
  /** Regular expressions over the paths of test files; none means everything. */
  patterns: string[];
};

/** Reads `npm test -- [--verbose] [pattern …]`. Throws a sentence for people about anything else. */
export function parseArguments(words: readonly string[]): Arguments {
  const options = words.filter((word) => word.startsWith('-'));
  const unknown = options.find((option) => option !== '--verbose');
  if (unknown !== undefined) {
    throw new Error(
      `npm test knows --verbose and patterns of test files, not ${unknown}. ` +
        `For jest's own options: npx pnpm@12.21.0 run jest ${words.join(' ')}`,
    );
  }
  return { verbose: options.length > 0, patterns: words.filter((word) => !word.startsWith('-')) };
}
