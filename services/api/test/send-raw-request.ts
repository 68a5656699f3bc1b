import { once } from 'node:events';
import { connect } from 'node:net';
import { type Problem, problemSchema } from '@ticket-pros/contracts/error-code';

/** For tests: sends a request line and headers as they are, which fetch would correct. @returns status and body. */
export async function sendRawRequest(url: string, lines: string[]): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body };
}

/** The problem document in an answer. */
export const problemIn = ({ body }: { body: string }): Problem => problemSchema.parse(JSON.parse(body));
