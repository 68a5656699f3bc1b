const thisMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether a request comes from a program on this machine. */
export function isThisMachine(address: string): boolean {
  return thisMachine.has(address);
}
