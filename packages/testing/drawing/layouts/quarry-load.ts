import type { Scene } from '../scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

export type QuarryLoad = {
  name: string;
  number: string;
  date: readonly [printed: string, iso: string];
  timeIn: readonly [printed: string, normalized: string];
  timeOut: readonly [printed: string, normalized: string];
  customer: string;
  job: string;
  po: string | null;
  truck: string;
  driver: string;
  material: string;
  gross: string;
  tare: string;
  net: string;
  tons: readonly [printed: string, normalized: string];
  rate: readonly [printed: string, normalized: string];
  amount: readonly [printed: string, normalized: string];
  tax: string;
  total: readonly [printed: string, normalized: string];
  seed: number;
  scene: Scene;
};

export const quarryLoadSize = [820, 520] as const;

/** A quarry's scale-house ticket: preprinted in green, filled in by an impact printer. */
export function drawQuarryLoad(load: QuarryLoad): TicketPage {
  const put = startWriting(seededRandom(load.seed));
  const pounds = (text: string) => text.replace(',', '');
  const body = `
<div class="row head">
<svg width="86" height="66" viewBox="0 0 86 66"><path d="M2 60 26 14 44 44 58 22 84 60Z" fill="#1d5b3c"/>
<path d="M18 30 26 14 34 28 27 25Z" fill="#f7faf5"/><path d="M2 64H84" stroke="#1d5b3c" stroke-width="3"/></svg>
<div class="grow"><h1>${put.printed('company', 'QUILLBACK STONE & GRAVEL')}</h1>
<p>Pit 2 · 9125 County Road 44 · Alder Sink · Scale house (555) 555-0142</p></div>
<div class="ticket"><span>LOAD TICKET</span><br>No.&nbsp; <span
  class="number">${put.printed('ticket_number', load.number)}</span>
  </div>
</div>
<div class="row">
<div class="box" style="width:210px"><label>Date</label>${put.printed('date', ...load.date)}</div>
<div class="box" style="width:160px"><label>Time in</label>${put.printed('start_time', ...load.timeIn)}</div>
<div class="box" style="width:160px"><label>Time out</label>${put.printed('end_time', ...load.timeOut)}</div>
<div class="box grow">
  <label>P.O. No.</label>${load.po === null ? put.leaveBlank('po_number') : put.printed('po_number', load.po)}</div>
</div>
<div class="row">
<div class="box" style="width:440px"><label>Customer</label>${put.printed('customer', load.customer)}</div>
<div class="box grow"><label>Job / Project</label>${put.printed('job_name', load.job)}</div>
</div>
<div class="row">
<div class="box" style="width:170px"><label>Truck No.</label>${put.printed('truck_number', load.truck)}</div>
<div class="box" style="width:270px"><label>Driver</label>${put.printed('driver', load.driver)}</div>
<div class="box grow"><label>Material</label>${put.printed('material', load.material)}</div>
</div>
<div class="row lower">
<table style="width:440px">
<tr><td>GROSS</td><td class="right">${put.printed('gross_weight', load.gross, pounds(load.gross))}</td>
<td>${put.printed('weight_unit', 'LB')}</td></tr>
<tr><td>TARE</td><td class="right">${put.printed('tare_weight', load.tare, pounds(load.tare))}</td><td>
<span class="printed">LB</span></td></tr>
<tr><td><b>NET</b></td><td class="right">${put.printed('net_weight', load.net, pounds(load.net))}</td><td>
<span class="printed">LB</span></td></tr>
<tr><td>QUANTITY</td><td class="right">${put.printed('quantity', ...load.tons)}</td>
  <td>${put.printed('unit', 'TONS', 'TON')}</td></tr>
</table>
<table class="grow">
<tr><td>PRICE PER UNIT</td><td class="right">${put.printed('rate', ...load.rate)}</td></tr>
<tr><td>SUBTOTAL</td><td class="right">${put.printed('subtotal', ...load.amount)}</td></tr>
<tr><td>SALES TAX</td><td class="right">${put.printed('tax', load.tax)}</td></tr>
<tr><td><b>TOTAL</b></td><td class="right">${put.printed('total', ...load.total)}</td></tr>
</table>
</div>
<div class="row foot"><div class="grow"><span class="signature">M Odell</span><hr>WEIGHMASTER</div>
<div class="grow"><span class="signature">${signature(load.driver)}</span><hr>DRIVER</div>
<p class="fine">Driver is on the scale for all weights unless noted. Material sold by the ton of 2,000 pounds.
  Claims for
shortage have to be made within 48 hours. Loads over legal weight leave at the hauler's risk.</p></div>
<p class="fine copy">WHITE – OFFICE &nbsp; YELLOW – CUSTOMER &nbsp; PINK – DRIVER</p>`;
  return {
    name: load.name,
    template: 'quarry-load',
    condition: 'photo',
    width: quarryLoadSize[0],
    height: quarryLoadSize[1],
    style: '',
    body,
    ...put.labels,
    scene: load.scene,
  };
}

/** `LUCIA ARCE` signs as `L Arce`. */
function signature(name: string): string {
  const [first = '', last = ''] = name.split(' ');
  return `${first.slice(0, 1)} ${last.slice(0, 1)}${last.slice(1).toLowerCase()}`;
}
