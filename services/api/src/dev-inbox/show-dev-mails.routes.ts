import { type DevMail, devMailListSchema, devMailSchema } from '@ticket-pros/contracts/dev-mail';
import type { FolderMail } from '@ticket-pros/mail/transport/folder-mail';
import { listFolderMails, readFolderMail } from '@ticket-pros/mail/transport/read-mail-folder';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Api } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { isThisMachine } from './is-this-machine.ts';

const mostMails = 200;
const access = { who: 'anybody' } as const;

/**
 * GET /v1/dev/mails and GET /v1/dev/mails/:mailId: the mails that lie in a folder instead of being sent, for whoever works on this
 * machine. They carry links that sign people in. Without a folder, as in production, these addresses do not exist; to another machine
 * they answer as if they didn't.
 */
export function showDevMails(app: Api, { folder }: { folder: string | null }): void {
  if (folder === null) return;
  app.get(
    '/v1/dev/mails',
    { config: { access }, schema: { hide: true, response: { 200: devMailListSchema } } },
    async (request) => {
      refuseOtherMachines(request);
      return { mails: (await listFolderMails(folder, mostMails)).map(toDevMail) };
    },
  );
  app.get(
    '/v1/dev/mails/:mailId',
    {
      config: { access },
      schema: { hide: true, params: z.object({ mailId: z.uuid() }), response: { 200: devMailSchema } },
    },
    async (request) => {
      refuseOtherMachines(request);
      const mail = await readFolderMail(folder, request.params.mailId);
      if (mail === null) throw new ProblemError('not_found');
      return toDevMail(mail);
    },
  );
}

function refuseOtherMachines(request: FastifyRequest): void {
  if (!isThisMachine(request.ip)) throw new ProblemError('not_found');
}

function toDevMail({ mailId, ...mail }: FolderMail): DevMail {
  return { id: mailId, ...mail };
}
