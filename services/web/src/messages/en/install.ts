export const install = {
  newVersion: 'A new version is ready.',
  update: 'Update',
  offer: 'Put Ticket Pros on your home screen. It opens faster, and without signal too.',
  offerByShareMenu: 'Put Ticket Pros on your home screen: tap Share, then “Add to Home Screen”.',
  add: 'Add',
  noThanks: 'No, thanks',
  shareFailed: 'The photos that you shared did not arrive. Choose them here instead: tap “Gallery”.',
  understood: 'OK',
};
