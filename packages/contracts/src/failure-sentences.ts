/**
 * What is the matter with a photo or file that can't be opened or read, each with the sentence that crew and office read
 * on its ticket. Another try with the same file ends the same way.
 */
export const photoFailures = {
  file_empty: 'The file is empty. Take the photo again and send it as a new ticket.',
  unknown_format: 'The file is no picture. Send a photo as a new ticket: JPEG, PNG, WebP, HEIC, TIFF or PDF.',
  image_damaged: 'The photo is damaged. Take it again and send it as a new ticket.',
  file_locked: 'The file is locked with a password. Send it without one as a new ticket.',
  file_too_large: 'The file is too large. Send a smaller photo as a new ticket.',
  too_many_pixels: 'The picture has too many pixels. Send a smaller photo as a new ticket.',
  image_too_small: 'The picture is too small to read. Send the photo itself, not its preview, as a new ticket.',
  too_many_pages: 'The file has too many pages. Send it in parts, each as a new ticket.',
  file_too_slow: 'Opening the file took too long. Send a photo of the ticket as a new ticket.',
  too_dark: 'Too dark to read. Take it again with light on the paper.',
  too_bright: 'Too bright to read. Take it again out of the sun.',
  glare: 'Light glares on the paper and hides the print. Tilt the paper and take it again.',
  too_blurred: 'Too blurred to read. Hold still until the picture is sharp, and take it again.',
  low_contrast: 'The print is too pale to read. Take it again with more light on the paper.',
  print_too_small: 'The print is too small to read. Go closer and take it again.',
  two_pages: 'There is more than one ticket in the photo. Take one photo of each.',
  no_page: 'There is no ticket to be seen. Take it again with the whole ticket in the picture.',
  no_text: 'There is no print on the page. Turn the ticket over and take it again.',
} as const satisfies Record<string, string>;

/** Why the reader gave up on a ticket, each with the sentence that crew and office read on it. */
export const failureCodes = {
  ...photoFailures,
  image_missing: 'The stored photo could not be found. Tell support, and send the ticket again.',
  reader_crashed: 'Reading stopped several times without a result. Try again, or enter the values by hand.',
  reader_timeout: 'Reading took too long. Try again, or enter the values by hand.',
  reader_error: 'Something went wrong while reading. Try again, or enter the values by hand.',
} as const satisfies Record<string, string>;
