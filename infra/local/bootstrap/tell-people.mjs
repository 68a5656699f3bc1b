/** An error whose message is the whole story for people: shown without a stack. */
export function errorForPeople(message) {
  return Object.assign(new Error(message), { forPeople: true });
}

/** A line that is written over on a terminal, and only its first and last words elsewhere. */
export function openProgressLine(first) {
  const terminal = process.stderr.isTTY === true;
  process.stderr.write(terminal ? first : `${first}\n`);
  return {
    update(text) {
      if (terminal) process.stderr.write(`\r\u001b[K${text}`);
    },
    close(last) {
      if (last === undefined) process.stderr.write(terminal ? '\n' : '');
      else process.stderr.write(terminal ? `\r\u001b[K${last}\n` : `${last}\n`);
    },
  };
}
