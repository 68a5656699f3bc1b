import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** The owner sees as itself again. */
export async function stopSeeingAs(): Promise<void> {
  await readAnswer(api.DELETE('/v1/me/see-as'));
}
