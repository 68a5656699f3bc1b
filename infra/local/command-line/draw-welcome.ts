import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { drawQrCode } from '../phone/draw-qr-code.ts';

type Welcome = { url: string; dataFolder: string; demoPassword: string | null; phone: boolean };

/** What people read once everything runs: the address, how to sign in, how to stop. */
export async function drawWelcome({ url, dataFolder, demoPassword, phone }: Welcome): Promise<string> {
  const parts = [`  Ticket Pros runs at  ${url}`];
  if (phone) {
    parts.push(
      indent(await drawQrCode(`${url}/capture`)),
      '  Scan this with a phone in the same network. It warns once about the certificate, which this machine made itself.',
    );
  }
  if (demoPassword !== null) parts.push(`  Sign in with the password  ${demoPassword}  as\n${drawSignIns()}`);
  parts.push(`  Kept in ${dataFolder} (logs in ${dataFolder}/logs). Ctrl-C stops.`);
  return `\n${parts.join('\n\n')}\n`;
}

function drawSignIns(): string {
  return demoAccount.members.map(({ role, email }) => `    ${role.padEnd(8)}${email}`).join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
