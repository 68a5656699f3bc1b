-- Pages may come as HEIC, AVIF, TIFF and PDF too, one page a file.
alter table images drop constraint images_media_type_check;
alter table images add constraint images_media_type_check check (media_type in (
  'image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif', 'image/tiff', 'application/pdf'
));
