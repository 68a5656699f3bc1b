import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [850, 1100] as const;

/** A ready-mix delivery ticket, printed by the batch computer on a letter page; scanned flat. */
export function drawConcreteDelivery(): TicketPage {
  const put = startWriting(seededRandom(41));
  const concrete = put.item('printed', {
    description: '4000 PSI 1IN AGG',
    quantity: '9.50',
    unit: 'CY',
    rate: '158.00',
    amount: '1,501.00',
  });
  const fuel = put.item('printed', {
    description: 'FUEL SURCHARGE',
    quantity: '1.00',
    unit: 'EA',
    rate: '35.00',
    amount: '35.00',
  });
  const line = (
    item: typeof concrete,
  ) => `<tr><td>${item.quantity}</td><td>${item.unit}</td><td>${item.description}</td>
    <td class="right">${item.rate}</td><td class="right">${item.amount}</td></tr>`;
  const batch = [
    ['CEMENT I/II', '4,465 LB', '4,470 LB'],
    ['FLY ASH F', '1,140 LB', '1,135 LB'],
    ['CONC SAND', '12,350 LB', '12,380 LB'],
    ['1IN STONE', '17,575 LB', '17,540 LB'],
    ['WATER', '238 GL', '236 GL'],
  ].map((cells) => `<tr>${cells.map((cell) => `<td><span class="printed">${cell}</span></td>`).join('')}</tr>`);
  const body = `
<div class="row head"><svg width="96" height="74" viewBox="0 0 96 74">
  <path d="M8 52 26 10 78 4 92 40 66 58Z" fill="#8a1f1f"/>
  <path d="M30 16 44 54M50 12 62 54M68 9 78 48" stroke="#fff" stroke-width="4"/><circle cx="24" cy="62" r="10"
  fill="#222"/><circle cx="72" cy="64" r="9" fill="#222"/>
  </svg>
<div class="grow"><h1>${put.printed('company', 'IRONHOLLOW READY MIX')}</h1>
  <p>Plant 3 – 600 Siding Road, Carrow Junction · Orders (555) 555-0163 before 4 pm</p></div>
<div class="no"><label>Delivery No.</label><span class="number">${put.printed('ticket_number', '60418')}</span>
  </div></div>
<div class="row"><div class="box" style="width:400px;min-height:96px">
  <label>Sold to</label>${put.printed('customer', 'PELL & HARROW BUILDERS')}<br><span class="printed sub">PO BOX
  90</span><br><span class="printed sub">CARROW JUNCTION</span>
  </div>
<div class="box grow">
  <label>Delivery address</label>${put.printed('location', '1480 CINDER LANE')}<br><span class="printed sub">GATE
  ON ALLEY SIDE - CALL 20 MIN</span><br><span class="printed sub">OUT. WASH OUT IN BIN ONLY</span>
  </div></div>
<div class="row"><div class="box w5"><label>Date</label>${put.printed('date', '09/04/2025', '2025-09-04')}</div>
<div class="box w5"><label>Job No.</label>${put.printed('job_number', 'J-2207')}</div>
<div class="box w5"><label>P.O. No.</label>${put.printed('po_number', '88104')}</div>
<div class="box w5"><label>Truck</label>${put.printed('truck_number', '42')}</div>
<div class="box grow"><label>Driver</label>${put.printed('driver', 'L OKAFOR')}</div></div>
<div class="row"><div class="box w5"><label>Arrive</label>${put.printed('start_time', '07:48')}</div>
<div class="box w5"><label>Depart</label>${put.printed('end_time', '08:55')}</div>
<div class="box w5"><label>Slump</label><span class="printed">4.00 IN</span></div>
<div class="box grow"><label>Job name</label>${put.printed('job_name', 'CINDER LANE CLINIC')}</div></div>
<div class="row"><div class="box grow"><label>Mix</label>${put.printed('material', '4000 PSI 1IN AGG')}</div>
<div class="box w5"><label>Qty delivered</label>${put.printed('quantity', '9.50', '9.5')}</div>
<div class="box w5"><label>Unit</label>${put.printed('unit', 'CY')}</div>
<div class="box w5"><label>Yds ordered</label><span class="printed">38.00</span></div></div>
<table class="lines"><tr><th>Qty</th><th>UOM</th><th style="width:380px">Description</th><th>Unit price</th>
  <th>Amount</th></tr>
${line(concrete)}${line(fuel)}<tr><td></td><td></td><td></td><td></td><td></td></tr></table>
<div class="row sums">
  <div class="grow caution"><b>CAUTION</b> Fresh concrete is caustic and burns skin and eyes. Wear gloves and
  boots. Wash at once with water. KEEP CHILDREN AWAY.
  </div>
<table style="width:292px"><tr><td>Subtotal</td>
  <td class="right">${put.printed('subtotal', '1,536.00', '1536')}</td></tr>
<tr><td>Sales tax</td><td class="right">${put.printed('tax', '124.80', '124.8')}</td></tr>
<tr><td><b>Total</b></td><td class="right">${put.printed('total', '1,660.80', '1660.8')}</td></tr></table></div>
<table class="batch"><tr><th>Batch weights</th><th>Target</th><th>Actual</th></tr>${batch.join('')}</table>
<div class="row water"><div class="box grow">
  <label>Water added on site at customer's request</label>${put.scrawl('5 gal')}</div><div class="box grow">
  <label>Crossed the curb at owner's risk (initials)</label>${put.scrawl('NB')}</div></div>
<div class="row signs"><div class="grow"><span class="signature">Nils Bergqvist</span><hr><p>CUSTOMER SIGNATURE</p>
  </div><div class="grow">${put.written('signed_by', 'Nils Bergqvist')}<hr><p>PRINT NAME</p></div></div>
<p class="fine">Accepted as ordered, to the curb line. Strength cannot be warranted where water is added on site.
  Waiting time over 45 minutes a load is charged by the minute.</p>`;
  return {
    name: 'concrete-delivery-01',
    template: 'concrete-delivery',
    condition: 'scan',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1720, 2220], fill: 0.985, tilt: 0.5 },
      { surface: 'scanner', seed: 401, blur: 0.5, grain: 2, light: { falloff: 0.03 } },
    ),
  };
}
