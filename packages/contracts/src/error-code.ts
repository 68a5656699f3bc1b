import { z } from 'zod';

/**
 * Every error the API answers with: its HTTP status and the sentence people read. A problem document (RFC 9457) carries
 * the code in `code`, the sentence in `title`, and what is special about this case in `detail`.
 */
export const errorCodes = {
  bad_request: { status: 400, title: 'The request is not in the form that this address expects.' },
  not_signed_in: { status: 401, title: 'Please sign in.' },
  sign_in_expired: { status: 401, title: 'This sign-in took too long or had too many wrong codes. Start it again.' },
  not_allowed: { status: 403, title: 'Your role does not allow this.' },
  second_factor_needed: { status: 403, title: 'Your company asks for a second factor. Set one up under My account.' },
  confirm_first: { status: 403, title: 'Please prove again that it is you.' },
  read_only: { status: 403, title: 'You look as another member. Stop that first to change something.' },
  wrong_origin: { status: 403, title: 'This request came from another site and was refused.' },
  not_found: { status: 404, title: 'There is nothing here, or it is not yours to see.' },
  second_factor_on: { status: 409, title: 'The second factor is already on.' },
  second_factor_off: { status: 409, title: 'The second factor is not on.' },
  version_conflict: { status: 409, title: 'Somebody else changed this ticket meanwhile. Load it again.' },
  wrong_state: { status: 409, title: 'The ticket is in a state that does not allow this.' },
  upload_id_reused: {
    status: 409,
    title: 'This upload id was already used for other photos. Send them as a new ticket.',
  },
  upload_offset: {
    status: 409,
    title: 'A part of this photo is here already. Ask how far it is, and go on from there.',
  },
  last_owner: { status: 409, title: 'An account keeps at least one owner. Make somebody else an owner first.' },
  circle_of_members: { status: 409, title: 'A member can not report to somebody below it.' },
  sign_in_name_taken: { status: 409, title: 'This sign-in name is taken. Choose another one.' },
  already_member: {
    status: 409,
    title: 'You already have a place in this account. Ask its owner if it was deactivated.',
  },
  member_inactive: { status: 409, title: 'This member is deactivated. Reactivate it first, or choose another one.' },
  request_answered: { status: 409, title: 'This request was answered already.' },
  invitation_over: { status: 410, title: 'This invitation is over. Ask for a new one.' },
  link_over: { status: 410, title: 'This link is over. Ask for a new one.' },
  image_too_large: { status: 413, title: 'The photo is too large. Take it again at a lower resolution.' },
  too_many_images: { status: 413, title: 'A ticket can have at most 20 photos. Send the rest as another ticket.' },
  request_too_large: { status: 413, title: 'The request is too large.' },
  unsupported_image: {
    status: 415,
    title: 'This is not a photo we can read. Send a JPEG, PNG, WebP, HEIC, TIFF or PDF.',
  },
  unsupported_media_type: { status: 415, title: 'Send the ticket as multipart/form-data.' },
  invalid_manifest: { status: 422, title: 'The upload does not say what it carries.' },
  missing_image: { status: 422, title: 'A photo is missing. Send the ticket again.' },
  unexpected_part: { status: 422, title: 'The upload carries something that does not belong to it.' },
  hash_mismatch: { status: 422, title: 'The photo was damaged on the way. Send it again.' },
  image_damaged: { status: 422, title: 'The photo is incomplete or damaged. Take it again.' },
  several_pages: { status: 422, title: 'The file has several pages. Send each page as a file of its own.' },
  file_locked: { status: 422, title: 'The file is locked with a password. Send it without one.' },
  image_too_small: { status: 422, title: 'The photo is too small to read. Take it again, closer.' },
  too_many_pixels: { status: 422, title: 'The photo has too many pixels. Take it again at a lower resolution.' },
  invalid_csv: { status: 422, title: 'Some lines of the file are not right. Correct them and try again.' },
  weak_password: {
    status: 422,
    title:
      'This password is too easy to guess. Choose 10 characters or more, such as three words that do not belong together.',
  },
  wrong_password: { status: 422, title: 'The password is wrong.' },
  wrong_code: { status: 422, title: 'The code is wrong or was used before. Enter the newest one.' },
  passkey_refused: {
    status: 422,
    title: 'The passkey could not be checked. Try again, or sign in with your password.',
  },
  invalid_value: { status: 422, title: 'A value does not fit its field.' },
  too_many_requests: { status: 429, title: 'Too many tries. Wait a minute, then try again.' },
  client_gone: { status: 499, title: 'The connection ended before the upload was complete.' },
  internal: { status: 500, title: 'Something went wrong on our side. Nothing that was stored is lost; try again.' },
  too_busy: { status: 503, title: 'Too many photos arrive at once. They are sent again in a moment.' },
  upload_interrupted: { status: 503, title: 'The upload was interrupted by another try. Send it again.' },
  not_ready: { status: 503, title: 'The service is starting or has lost its database. Try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;
export const errorCodeSchema = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** RFC 9457 problem document. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: errorCodeSchema,
  detail: z.string().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
