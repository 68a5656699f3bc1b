/** Why an image can't be opened or read, each with the sentence that people read. */
export const unreadableReasons = {
  empty: 'There is nothing in the file. Send the photo again.',
  unknown_format: 'This file is no picture. Send a JPEG, PNG, WebP, HEIC, TIFF or PDF.',
  damaged: 'The file is damaged or cut short. Take the photo again.',
  encrypted: 'The file is locked with a password. Send it without one.',
  file_too_large: 'The file is too large. Send a smaller photo.',
  too_many_pixels: 'The picture has too many pixels. Send a smaller photo.',
  too_small: 'The picture is too small to hold a ticket. Send the photo itself, not its preview.',
  too_many_pages: 'The file has too many pages. Send it in parts.',
  too_slow: 'Opening the file took too long. Send a photo of the ticket.',
  too_dark: 'The photo is too dark. Take it again with more light.',
  too_bright: 'The photo is too bright. Take it again out of the glare.',
  glare: 'Light glares on the ticket and hides print. Tilt it and take the photo again.',
  too_blurred: 'The photo is blurred. Hold still, wait until it is sharp, and take it again.',
  low_contrast: 'The print is too pale to read. Take the photo again with more light.',
  print_too_small: 'The print is too small in the photo. Go closer and take it again.',
  two_pages: 'There is more than one ticket in the photo. Take one photo of each.',
  no_page: 'No ticket can be made out in the photo. Take it again with the whole ticket in view.',
  no_text: 'There is no print on the page. Turn the ticket over and take the photo again.',
} as const satisfies Record<string, string>;

export type UnreadableReason = keyof typeof unreadableReasons;
