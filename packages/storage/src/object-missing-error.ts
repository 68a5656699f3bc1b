/** There is no object under this key. */
export class ObjectMissingError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`There is no object ${key}.`);
    this.name = 'ObjectMissingError';
    this.key = key;
  }
}
