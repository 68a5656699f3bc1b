import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [850, 970] as const;

/** A hot-shot carrier's bill of lading, typed at the yard and signed at the rig. */
export function drawHotShot(): TicketPage {
  const put = startWriting(seededRandom(91));
  const none = { rate: null, amount: null };
  const items = [
    put.item('printed', { description: '5-1/2" CASING PUP JOINTS', quantity: '6', unit: 'JTS', ...none }),
    put.item('printed', { description: 'FLOAT COLLAR IN CRATE', quantity: '2', unit: 'EA', ...none }),
    put.item('printed', { description: 'THREAD COMPOUND 50#', quantity: '3', unit: 'PAIL', ...none }),
  ];
  const weights = ['2,310', '180', '150'];
  const rows = Array.from({ length: 7 }, (_, index) => {
    const item = items[index];
    const weight = item ? `<span class="printed">${weights[index]}</span>` : '';
    return `<tr><td class="center">${item?.quantity ?? ''}</td><td>${item?.unit ?? ''}</td>
      <td>${item?.description ?? ''}</td><td class="right">${weight}</td></tr>`;
  });
  const body = `
<div class="row head"><svg width="104" height="58" viewBox="0 0 104 58">
  <path d="M2 40 60 12 52 28 102 20 34 54 44 38Z" fill="#b3541e"/></svg><div class="grow">
  <h1>${put.printed('company', 'COPPER LARK HOT SHOT')}</h1>
  <p>OILFIELD &amp; MACHINERY · 24 HOURS · USDOT 0000000 · (555) 555-0150</p></div></div>
<div class="title row"><b class="grow">STRAIGHT BILL OF LADING – NOT NEGOTIABLE</b></div>
<div class="row"><div class="box w3"><label>Pro No.</label>${put.printed('ticket_number', 'CL-77129')}</div>
  <div class="box w3"><label>Ship date</label>${put.printed('date', '08-MAY-2025', '2025-05-08')}</div>
  <div class="box grow"><label>P.O. No.</label>${put.printed('po_number', '4500-2291')}</div></div>
<div class="row"><div class="box half">
  <label>Shipper</label><span class="printed">VARGA TUBULAR YARD</span><br><span class="printed sub">1900 RAIL
  SPUR, ALDER SINK</span>
  </div><div class="box grow">
  <label>Consignee</label>${put.printed('customer', 'BEXLEY DRILLING RIG 14')}<br><span class="printed sub">4 MI N
  OF LOMA ON LEASE RD</span>
  </div></div>
<div class="row"><div class="box half"><label>Driver</label>${put.printed('driver', 'WES TRANTER')}</div>
  <div class="box w4"><label>Truck No.</label>${put.printed('truck_number', '31')}</div><div class="box grow">
  <label>Trailer No.</label>${put.printed('trailer_number', 'GN-8')}</div></div>
<table class="lines"><tr><th style="width:90px">Pieces</th><th style="width:90px">Type</th>
  <th>Description of articles</th><th style="width:140px">Weight lb</th></tr>${rows.join('')}</table>
<div class="row"><div class="box w4"><label>Total pieces</label>${put.printed('quantity', '11')}</div>
  <div class="box w4"><label>Miles</label><span class="printed">137</span></div><div class="box w4">
  <label>Rate</label>${put.printed('rate', '$5.00', '5')}</div><div class="box w4">
  <label>Permits</label><span class="printed">NONE</span></div><div class="box grow">
  <label>Total charges</label>${put.printed('total', '$685.00', '685')}</div></div>
<div class="row"><div class="box w4"><label>Arrival</label>${put.written('start_time', '2:10 pm', '14:10')}</div>
  <div class="box w4"><label>Departure</label>${put.written('end_time', '3:25 pm', '15:25')}</div>
  <div class="box grow"><label>Exceptions</label>${put.scrawl('1 pail dented')}</div></div>
<p class="fine">Received in apparent good order, except as noted. The carrier's liability is limited to the value
  declared in writing. Freight charges are due within 15 days; the shipper guarantees them.</p>
<div class="row signs"><div class="grow"><span class="signature">W Tranter</span><hr><p>CARRIER</p></div>
  <div class="grow">${put.written('signed_by', 'Jo Maddern')}<hr><p>RECEIVED BY</p></div></div>
<div class="hole" style="left:330px"></div><div class="hole" style="left:500px"></div>`;
  return {
    name: 'hot-shot-01',
    template: 'hot-shot',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1860, 2400], fill: 0.86, tilt: 1.8, keystone: 0.05, lean: 0.012 },
      {
        surface: 'cardboard',
        seed: 901,
        bend: 9,
        folds: [0.5],
        light: { angle: 230, falloff: 0.2, tint: [1, 0.98, 0.95] },
      },
    ),
  };
}
