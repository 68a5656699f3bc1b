import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { drawQrCode } from '../phone/draw-qr-code.ts';

type Welcome = { url: string; dataFolder: string; demo: boolean; phone: boolean };

/** What people read once everything runs: the address, how to sign in, how to stop. */
export async function drawWelcome({ url, dataFolder, demo, phone }: Welcome): Promise<string> {
  const parts = [`  Ticket Pros runs at  ${url}`];
  if (phone) {
    parts.push(
      indent(await drawQrCode(`${url}/capture`)),
      '  Scan this with a phone in the same network. It warns once about the certificate, which this machine made itself.',
    );
  }
  if (demo) parts.push(`  Sign in as\n${drawSignIns()}`);
  parts.push(`  Kept in ${dataFolder} (logs in ${dataFolder}/logs). Ctrl-C stops.`);
  return `\n${parts.join('\n\n')}\n`;
}

function drawSignIns(): string {
  const width = Math.max(...demoAccount.members.map(({ email }) => email.length));
  return demoAccount.members
    .map(({ role, email, password }) => `    ${role.padEnd(8)}${email.padEnd(width + 3)}${password}`)
    .join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
