import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isDatabaseAway } from './is-database-away.ts';
import { isRefusedByPolicy } from './is-refused-by-policy.ts';
import { ProblemError } from './problem-error.ts';

const libraryCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'image_too_large',
  FST_FILES_LIMIT: 'too_many_images',
  FST_PARTS_LIMIT: 'too_many_images',
  FST_FIELDS_LIMIT: 'unexpected_part',
  FST_PROTO_VIOLATION: 'unexpected_part',
  FST_MP_PREMATURE_CLOSE: 'client_gone',
};

/** The code of an error thrown anywhere in a request, and the detail that may be told; unknown errors are `internal`. */
export function codeOfError(error: unknown): { code: ErrorCode; detail: string | undefined } {
  if (error instanceof ProblemError) return { code: error.code, detail: error.detail };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const problems = error.validation.map((issue) => `${issue.instancePath || '/'} ${issue.message ?? ''}`.trim());
    return { code: 'bad_request', detail: problems.join('; ') };
  }
  if (typeof error !== 'object' || error === null) return { code: 'internal', detail: undefined };
  const known = 'code' in error && typeof error.code === 'string' ? libraryCodes[error.code] : undefined;
  if (known !== undefined) return { code: known, detail: undefined };
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 429) return { code: 'too_many_requests', detail: undefined };
  if (status === 404) return { code: 'not_found', detail: undefined };
  if (typeof status === 'number' && status >= 400 && status < 500) return { code: 'bad_request', detail: undefined };
  if (status === undefined && isDatabaseAway(error)) return { code: 'not_ready', detail: undefined };
  if (isRefusedByPolicy(error)) return { code: 'not_allowed', detail: undefined };
  return { code: 'internal', detail: undefined };
}
