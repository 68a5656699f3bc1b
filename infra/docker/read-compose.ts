import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const conditionSchema = z.object({ condition: z.enum(['service_healthy', 'service_completed_successfully']) });
const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), conditionSchema).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  command: z.array(z.string()).default([]),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.object({})),
});
export type Compose = z.infer<typeof composeSchema>;

/** docker-compose.yml as an engine reads it with these variables in .env. Throws where a required one is missing. */
export function readCompose(file: string, variables: Readonly<Record<string, string>>): Compose {
  const parsed: unknown = parse(readFileSync(file, 'utf8'), { merge: true });
  return composeSchema.parse(fillIn(parsed, variables));
}

function fillIn(node: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return interpolate(node, variables);
  if (Array.isArray(node)) return node.map((item) => fillIn(item, variables));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fillIn(value, variables)]));
}

/**
 * Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?complaint}`, as the Compose specification has them. An empty
 * variable counts as missing.
 */
function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, kind?: string, rest?: string) => {
    const value = variables[name] ?? '';
    if (value !== '' || kind === undefined) return value;
    if (kind === '-') return rest ?? '';
    throw new Error(`${name} ${rest}`);
  });
}

/** The variables of an .env file. */
export function parseEnvFile(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/^([A-Z][A-Z_]*)=(.*)$/gm)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
