import type { Screen } from '../../terminal/open-screen.ts';
import { onceFor } from '../data-folder/once-for.ts';
import { sendSamples, waitUntilRead } from '../demo/send-samples.ts';
import type { Product } from '../start-product.ts';

/** On the first start, has the sample tickets read, as photos of the crew member, and shows how far that is. */
export async function showSamples({ localUrl, paths, demoPassword }: Product, screen: Screen): Promise<void> {
  if (demoPassword === null) return;
  await onceFor(paths.samplesSent, async () => {
    screen.line('Sending the sample tickets …');
    const { cookie, sent } = await sendSamples(localUrl, demoPassword);
    const allRead = await waitUntilRead(localUrl, cookie, (done, of) =>
      screen.progress(`Reading samples: ${done} of ${of}`),
    );
    screen.line(
      allRead ? `${sent} sample tickets are read and wait for review.` : 'The sample tickets take long to read.',
    );
  });
}
