import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [850, 1100] as const;

/** A field service ticket typed on the truck's laptop, printed, signed, and scanned clean at the office. */
export function drawOilfieldService(): TicketPage {
  const put = startWriting(seededRandom(61), 1.2);
  const items = [
    put.item('printed', {
      description: 'Pump truck with operator',
      quantity: '8.5',
      unit: 'HR',
      rate: '165.00',
      amount: '1,402.50',
    }),
    put.item('printed', {
      description: 'Vacuum truck 130 bbl',
      quantity: '6',
      unit: 'HR',
      rate: '118.00',
      amount: '708.00',
    }),
    put.item('printed', {
      description: 'KCl substitute',
      quantity: '12',
      unit: 'GAL',
      rate: '21.50',
      amount: '258.00',
    }),
    put.item('printed', {
      description: 'Mileage, unit P-318',
      quantity: '84',
      unit: 'MI',
      rate: '4.25',
      amount: '357.00',
    }),
  ];
  const rows = Array.from({ length: 10 }, (_, index) => {
    const item = items[index];
    return `<tr><td>${item?.description ?? ''}</td>
      <td class="right">${item?.quantity ?? ''}</td><td>${item?.unit ?? ''}</td>
      <td class="right">${item?.rate ?? ''}</td><td class="right">${item?.amount ?? ''}</td></tr>`;
  });
  const body = `
<div class="row head"><svg width="70" height="84" viewBox="0 0 70 84">
  <path d="M35 4 12 80M35 4 58 80M25 36H45M20 54H50M15 70H55M25 36 50 54M45 36 20 54M20 54 55 70M50 54 15 70"
  stroke="#12395e" stroke-width="4" fill="none"/>
  </svg>
<div class="grow"><h1>${put.printed('company', 'Brindle Creek Energy Services, LLC')}</h1>
<p>Pumping · Kill trucks · Vacuum · Roustabout crews<br>4417 Yard Road, Hollis Flat · Dispatch (555) 555-0131</p>
  </div>
<div class="no"><b>FIELD SERVICE TICKET</b>Ticket No. ${put.printed('ticket_number', 'BC-104477')}</div></div>
<div class="row"><div class="box w2"><label>Customer</label>${put.printed('customer', 'Arbuckle Fork Resources')}
  </div>
<div class="box w4"><label>Date of service</label>${put.printed('date', '07/22/2025', '2025-07-22')}</div>
  <div class="box grow"><label>AFE No.</label>${put.printed('afe_number', '25-01183')}</div></div>
<div class="row"><div class="box w2"><label>Lease / Well name</label>${put.printed('job_name', 'Hollis Ranch 7H')}
  </div>
<div class="box w4"><label>P.O. No.</label>${put.leaveBlank('po_number')}</div><div class="box grow">
  <label>Work order</label>${put.printed('job_number', 'WO-5512')}</div></div>
<div class="row"><div class="box w2"><label>Location</label>${put.printed('location', 'Pad C, Ferris County')}</div>
<div class="box w4"><label>Unit No.</label>${put.printed('truck_number', 'P-318')}</div><div class="box grow">
  <label>Operator name</label>${put.printed('driver', 'Dana Whitcomb')}</div></div>
<div class="row"><div class="box w2"><label>Type of job</label><span class="printed">Kill well, load tubing</span>
  </div>
<div class="box w4"><label>Time started</label>${put.printed('start_time', '5:30 AM', '05:30')}</div>
  <div class="box grow"><label>Stop time</label>${put.printed('end_time', '2:00 PM', '14:00')}</div></div>
<table class="lines"><tr><th style="width:390px">Description of work / material</th><th>Quantity</th><th>Unit</th>
  <th>Rate</th><th>Amount</th></tr>${rows.join('')}</table>
<div class="row sums"><div class="grow"><div class="box remarks"><label>Remarks</label>
  <p>Rigged up to tubing, pumped 60 bbl 10# brine at 2 bpm. Well dead at 09:40. Hauled 110 bbl returns to disposal.
  No incidents.</p>
  </div></div>
<table style="width:290px"><tr><td>Subtotal</td>
  <td class="right">${put.printed('subtotal', '$2,725.50', '2725.5')}</td></tr>
<tr><td>Tax 8.25%</td><td class="right">${put.printed('tax', '$224.85', '224.85')}</td></tr>
<tr class="total"><td>Ticket total</td><td class="right">${put.printed('total', '$2,950.35', '2950.35')}</td></tr>
  </table></div>
<p class="fine">The work described was done to the satisfaction of the customer, whose representative warrants the
  authority to sign. Terms net 30 days. Past-due amounts carry 1.5% a month. The contractor is not liable for loss
  of hole, reservoir or production.</p>
<div class="row signs"><div class="grow"><span class="signature">R Castellane</span><hr>
  <p>CUSTOMER REPRESENTATIVE</p></div><div class="grow">${put.written('signed_by', 'Ruben Castellane')}<hr>
  <p>PRINT NAME</p></div>
<div style="width:150px">${put.scrawl('7-22-25')}<hr><p>SIGNED ON</p></div></div>
<div class="stamp">RECEIVED<br><small>JUL 24 2025</small></div><p class="fine form">BCES form 12 rev 4</p>`;
  return {
    name: 'oilfield-service-01',
    template: 'oilfield-service',
    condition: 'clean',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1700, 2200], fill: 1.004 },
      { surface: 'scanner', seed: 601, blur: 0.4, grain: 1, light: { falloff: 0, tint: [0.99, 0.99, 0.99] } },
    ),
  };
}
