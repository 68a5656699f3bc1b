import { decimalText, type LocationCanary, xmpCoordinate } from './location-canary.ts';

/** An XMP packet with the canary in exif, Photoshop and IPTC properties. */
export function writeXmpLocation(canary: LocationCanary): Buffer {
  const latitude = xmpCoordinate(canary.latitudeParts, canary.latitude < 0 ? 'S' : 'N');
  const longitude = xmpCoordinate(canary.longitudeParts, canary.longitude < 0 ? 'W' : 'E');
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" exif:GPSLatitude="${latitude}" exif:GPSLongitude="${longitude}"
 photoshop:City="${canary.place}"><dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">${decimalText(canary)}</rdf:li></rdf:Alt></dc:description></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`);
}
