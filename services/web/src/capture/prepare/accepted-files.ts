/** For `accept` of file inputs. The endings are for systems that don't count these files among the images. */
export const acceptedFiles = 'image/*,application/pdf,.heic,.heif,.tif,.tiff,.pdf';
