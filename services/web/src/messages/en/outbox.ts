export const outbox = {
  signInAgain: 'Sign in again to send your tickets. Your photos are safe on this phone.',
  secondFactor:
    'Your company asks for a second factor before your tickets are sent. Your photos are safe on this phone.',
  setUp: 'Set it up',
  newerVersion: 'Another tab runs a newer version of this page. Load this one again; nothing is lost.',
  storeClosed: 'The last change could not be kept on this phone. Load the page again.',
  loadAgain: 'Load again',
  blocked: 'Ticket Pros is open in another tab',
  blockedHint: 'It runs an older version there. Close that tab; this page goes on by itself, with all of your photos.',
  mayBeCleared:
    'This browser may clear unsent photos when the phone runs out of space. Install the app or send your tickets soon.',
  notOurServer: 'The Wi-Fi wants you to sign in to it first. Open any website, or switch the Wi-Fi off.',
  serverBusy: 'The service is busy. It is tried again by itself.',
  held: 'Your company takes no tickets right now. This one waits here and is tried again by itself.',
  photoLost: 'The phone lost a photo of this ticket. Photograph it again.',
  receiptDiffers: 'The server has other photos under this number. Send it again.',
  photographAgain: 'Photograph again',
  saveCopy: 'Save a copy',
};
