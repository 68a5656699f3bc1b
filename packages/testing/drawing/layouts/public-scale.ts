import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [780, 560] as const;

/** A public scale's weight certificate on safety paper, typed by the scale head. */
export function drawPublicScale(): TicketPage {
  const put = startWriting(seededRandom(97));
  const weight = (label: string, value: string, extra: string) =>
    `<tr><td>${label}</td><td class="right">${value}</td><td>${extra}</td></tr>`;
  const body = `
<div class="frame"><div class="row head"><svg width="74" height="62" viewBox="0 0 74 62">
  <path d="M37 4V52M14 56H60M10 14H64M10 14 2 36H18ZM64 14 56 36H72Z" stroke="#23407d" stroke-width="3.5"
  fill="none"/>
  <path d="M2 36a8 7 0 0 0 16 0ZM56 36a8 7 0 0 0 16 0Z" fill="#23407d"/></svg>
<div class="grow center"><h1>${put.printed('company', 'Pruitt Flat Public Scale')}</h1>
  <p>CERTIFICATE OF WEIGHT AND MEASURE</p></div>
  <div class="no">TICKET NO.<br><span class="number">${put.printed('ticket_number', '183306')}</span></div></div>
<div class="row"><div class="line grow"><label>Customer</label>${put.printed('customer', 'R. DELACROIX FARMS')}
  </div><div class="line" style="width:210px"><label>Date</label>${put.printed('date', '12/03/2025', '2025-12-03')}
  </div></div>
<div class="row"><div class="line grow"><label>Commodity</label>${put.printed('material', 'MILO')}</div>
  <div class="line" style="width:150px"><label>Truck</label>${put.printed('truck_number', 'KW-3')}</div>
  <div class="line" style="width:210px"><label>Driver</label>${put.printed('driver', 'B. SEPULVEDA')}</div></div>
<div class="row main">
  <table style="width:470px">
${weight('GROSS WT', put.printed('gross_weight', '61,240', '61240'), put.printed('weight_unit', 'LB'))}
${weight('TARE WT', put.printed('tare_weight', '24,660', '24660'), '<span class="printed">LB</span>')}
${weight('NET WT', put.printed('net_weight', '36,580', '36580'), '<span class="printed">LB</span>')}</table>
<div class="grow side"><div class="line"><label>Time in</label>${put.printed('start_time', '09:14 AM', '09:14')}
  </div><div class="line"><label>Time out</label>${put.printed('end_time', '09:41 AM', '09:41')}</div>
  <div class="line"><label>Charges</label>${put.printed('total', '$15.00', '15')}</div></div></div>
<div class="row foot"><div class="grow sign">${put.written('signed_by', 'I. Kowalczyk')}<hr><p>WEIGHMASTER</p></div>
  <p class="fine">This is to certify that the goods described were weighed on a scale tested and sealed by the
  state, and that the weights are right. Void if altered.</p>
  </div></div>
<div class="seal"><span>SEALED<br>SCALE<br>No. 41</span></div>`;
  return {
    name: 'public-scale-01',
    template: 'public-scale',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [2200, 1700], fill: 0.84, tilt: 2.6, keystone: 0.04, lean: 0.02 },
      {
        surface: 'wood',
        seed: 971,
        bend: 8,
        light: {
          angle: 320,
          falloff: 0.2,
          tint: [1, 0.98, 0.95],
          shadow: { at: 1, width: 0.2, soft: 0.14, dark: 0.3, angle: 40 },
        },
      },
    ),
  };
}
