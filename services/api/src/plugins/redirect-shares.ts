import type { FastifyInstance } from 'fastify';

/**
 * Where the phone's share sheet posts files to (manifest.webmanifest). The page's service worker takes them before they get
 * here; what arrives comes from a phone without one.
 */
export const shareAddress = '/capture/share';

/** Answers a share that no service worker took: the capture page says that nothing came in, and how to go on. */
export function redirectShares(app: FastifyInstance): void {
  app.register(async (shares) => {
    // Nothing is read of the files.
    shares.removeAllContentTypeParsers();
    shares.addContentTypeParser('*', (_request, body, done) => {
      body.resume();
      done(null);
    });
    shares.post(
      shareAddress,
      { config: { access: { who: 'anybody' } }, schema: { hide: true } },
      async (_request, reply) => reply.redirect('/capture?handed-in=failed', 303),
    );
  });
}
