import { expect, test } from '@jest/globals';
import { jobCatalogue } from '@ticket-pros/queue/job-catalogue';
import { checkJobs } from './register-jobs.ts';

test('the worker does not start when a job has no handler or a handler no job', () => {
  expect(() =>
    checkJobs(jobCatalogue, {
      'read-ticket': {},
      'learn-form': {},
      'read-again': {},
      'send-mail': {},
      sweep: {},
    }),
  ).not.toThrow();
  expect(() =>
    checkJobs(jobCatalogue, {
      'learn-form': {},
      'read-again': {},
      'send-mail': {},
      sweep: {},
      'export-records': {},
    }),
  ).toThrow('the job "read-ticket" has no handler; the handler "export-records" has no job');
});
