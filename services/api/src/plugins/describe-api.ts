import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { completeDescription } from './complete-description.ts';

/** OpenAPI from the route schemas at /v1/openapi.json, and a page to read it at /v1/reference. Register before the routes. */
export async function describeApi(app: FastifyInstance, { sessionCookie }: { sessionCookie: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Ticket Pros API',
        version: '1',
        description:
          'Sign in with POST /v1/auth/sign-in/email; the session cookie opens everything that the member may do. Programs send an API key ' +
          'instead, which an owner makes: it acts for one member, within its scopes. Errors are problem documents (RFC 9457).',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'tp_…',
            description: 'An API key. Where a route names it, it names the scope that the key has to have.',
          },
        },
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return {
        schema:
          schema.hide === true ? schema : completeDescription(schema, { url, access: route.route.config?.access }),
        url,
      };
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/v1/reference',
    theme: {
      title: 'Ticket Pros API',
      css: [{ filename: 'reference.css', content: '.swagger-ui .topbar { display: none !important }' }],
    },
  });
  app.get('/v1/openapi.json', { config: { access: { who: 'anybody' } }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}
