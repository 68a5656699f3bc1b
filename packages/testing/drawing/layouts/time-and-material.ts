import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { LineItem, TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [850, 1100] as const;

/** A time and material sheet, filled in by hand on the tailgate. */
export function drawTimeAndMaterial(): TicketPage {
  const put = startWriting(seededRandom(71));
  const rows = (count: number, items: LineItem[]) =>
    Array.from({ length: count }, (_, index) => {
      const item = items[index];
      const cell = item ? put.item('handwritten', item) : null;
      return `<tr><td>${cell?.description ?? ''}</td><td>${cell?.quantity ?? ''}</td>
        <td>${cell?.unit ?? ''}</td><td>${cell?.rate ?? ''}</td>
        <td>${cell?.amount ?? ''}</td></tr>`;
    }).join('');
  const labour = rows(6, [
    { description: 'J. Ferrante', quantity: '8', unit: 'hr', rate: '78.00', amount: '624.00' },
    { description: 'M. Oyelaran', quantity: '6.5', unit: 'hr', rate: '64.00', amount: '416.00' },
  ]);
  const material = rows(7, [
    { description: '2" black pipe', quantity: '42', unit: 'ft', rate: '6.75', amount: '283.50' },
    { description: 'Gate valve 2"', quantity: '3', unit: 'ea', rate: '88.00', amount: '264.00' },
  ]);
  const body = `
<div class="row head"><div class="mark">MR</div><div class="grow">
  <h1>${put.printed('company', 'MARROW RIDGE CIVIL & MECHANICAL')}</h1>
  <p>Piping · Boilers · Site work &nbsp; 71 Foundry Way, Pell Harbor &nbsp; (555) 555-0185</p></div></div>
<div class="row title"><b class="grow">TIME &amp; MATERIAL WORK TICKET</b>Ticket No.&nbsp;<span
  class="number">${put.printed('ticket_number', 'T-3381')}</span>
  </div>
<div class="row"><div class="box grow"><label>Client</label>${put.written('customer', 'Tamarack School Dist.')}
  </div><div class="box" style="width:220px"><label>Work date</label>${put.written('date', '10/2/25', '2025-10-02')}
  </div></div>
<div class="row"><div class="box grow"><label>Project name</label>${put.written('job_name', 'Boiler Room Retrofit')}
  </div><div class="box" style="width:200px"><label>Project No.</label>${put.written('job_number', '25-118')}</div>
  <div class="box" style="width:220px"><label>Purchase order</label>${put.written('po_number', '70452')}</div></div>
<h2>LABOR</h2><table><tr><th style="width:400px">Name</th><th>Hours</th><th>Type</th><th>Rate</th>
  <th>Amount</th></tr>${labour}</table>
<h2>MATERIAL &amp; EQUIPMENT</h2><table><tr><th style="width:400px">Item</th><th>Qty</th><th>Unit</th><th>Price</th>
  <th>Amount</th></tr>${material}</table>
<div class="row sums"><div class="grow box"><label>Description of work</label>
  <div class="story">${put.scrawl('Cut out old header, ran new')}<br>${put.scrawl('supply & return. Tested 60 psi ok')}
  </div></div>
<table style="width:306px"><tr><td>TOTAL HOURS</td><td>${put.written('hours', '14.5')}</td></tr><tr>
  <td>SUB-TOTAL</td><td>${put.written('subtotal', '$1,587.50', '1587.5')}</td></tr><tr><td>SALES TAX</td>
  <td>${put.written('tax', '45.17')}</td></tr><tr><td>TOTAL DUE</td>
  <td>${put.written('total', '$1,632.67', '1632.67')}</td></tr></table></div>
<div class="row signs"><div class="grow"><span class="signature">A Lindqvist</span><hr><p>AUTHORIZED SIGNATURE</p>
  </div><div class="grow">${put.written('signed_by', 'Asta Lindqvist')}<hr><p>PRINT NAME</p></div></div>
<p class="fine">Not an invoice. Hours and material agreed by the signer. White: office · Canary: client · Pink:
  foreman</p>
<div class="smudge" style="left:600px;top:640px;width:90px;height:50px;background:rgba(60,50,40,.16)"></div>
  <div class="smudge" style="left:640px;top:700px;width:46px;height:34px;background:rgba(60,50,40,.2)"></div>`;
  return {
    name: 'time-and-material-01',
    template: 'time-and-material',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1860, 2460], fill: 0.86, tilt: -1.4, keystone: 0.04, lean: 0.01 },
      {
        surface: 'paint',
        seed: 701,
        bend: 8,
        folds: [0.34, 0.67],
        light: {
          angle: 250,
          falloff: 0.12,
          tint: [1, 1, 0.98],
          shadow: { at: 0.05, width: 0.16, soft: 0.1, dark: 0.3, angle: 60 },
        },
      },
    ),
  };
}
