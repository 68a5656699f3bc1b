import { type JobPayload, learnFormJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { FastifyBaseLogger } from 'fastify';
import { enqueueAfterCommit } from '../queue/enqueue-after-commit.ts';

/** Asks for a lesson, after the commit. */
export function enqueueLesson(queue: Queue, log: FastifyBaseLogger, lesson: JobPayload<'learn-form'>): Promise<void> {
  const jobId = learnFormJobId(lesson.ticketId);
  return enqueueAfterCommit(queue, log, { name: 'learn-form', payload: lesson, jobId, noun: 'lesson' });
}
