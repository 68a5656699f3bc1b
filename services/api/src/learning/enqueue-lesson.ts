import { learnFormJobId } from '@ticket-pros/queue/job-catalogue';
import type { Queue } from '@ticket-pros/queue/open-queue';
import type { FastifyBaseLogger } from 'fastify';

type Lesson = { accountId: string; ticketId: string };

/** Asks for a lesson, after the commit. A queue that is down loses nothing: the sweep asks again from the row. */
export async function enqueueLesson(queue: Queue, log: FastifyBaseLogger, lesson: Lesson): Promise<void> {
  try {
    await queue.enqueue('learn-form', lesson, { jobId: learnFormJobId(lesson.ticketId) });
  } catch (error) {
    log.warn({ err: error, ticketId: lesson.ticketId }, 'could not enqueue the lesson; the sweep will');
  }
}
