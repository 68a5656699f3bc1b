import type { Scene } from '../scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

export type HaulHours = {
  name: string;
  number: string;
  date: readonly [written: string, iso: string];
  customer: string;
  job: string;
  from: string;
  to: string;
  truck: readonly [written: string, normalized: string];
  trailer: string | null;
  driver: string;
  material: string;
  start: readonly [written: string, normalized: string];
  stop: readonly [written: string, normalized: string];
  lunch: string;
  hours: readonly [written: string, normalized: string];
  rate: readonly [written: string, normalized: string];
  total: readonly [written: string, normalized: string];
  loads: readonly (readonly [time: string, place: string])[];
  signed: string;
  hand: string;
  ink: string;
  paper: string;
  seed: number;
  scene: Scene;
};

export const haulHourlySize = [560, 860] as const;

/** A trucker's hourly ticket from a carbonless pad, filled in by hand on the steering wheel. */
export function drawHaulHourly(haul: HaulHours): TicketPage {
  const put = startWriting(seededRandom(haul.seed));
  const rows = Array.from({ length: 8 }, (_, index) => {
    const [time, place] = haul.loads[index] ?? [];
    return `<tr><td class="center">${index + 1}</td><td>${time ? put.scrawl(time) : ''}</td>
      <td>${place ? put.scrawl(place) : ''}</td></tr>`;
  });
  const trailer =
    haul.trailer === null ? put.leaveBlank('trailer_number') : put.written('trailer_number', haul.trailer);
  const body = `
<div class="perforation"></div>
<div class="head center"><h1>${put.printed('company', 'DOS GARZAS TRUCKING')}</h1>
<p>END DUMPS · BELLY DUMPS · WATER TRUCKS</p>
  <p class="small">P.O. Box 318, Mesquite Wells · Dispatch (555) 555-0177</p></div>
<div class="row bar"><b class="grow">HOURLY HAUL TICKET</b><span>NO.</span>&nbsp;<span
  class="number">${put.printed('ticket_number', haul.number)}</span>
  </div>
<div class="row"><div class="box grow"><label>Customer</label>${put.written('customer', haul.customer)}</div>
<div class="box" style="width:158px"><label>Date</label>${put.written('date', ...haul.date)}</div></div>
<div class="box"><label>Job</label>${put.written('job_name', haul.job)}</div>
<div class="row"><div class="box" style="width:250px"><label>Loaded at</label>${put.scrawl(haul.from)}</div>
<div class="box grow"><label>Dumped at</label>${put.scrawl(haul.to)}</div></div>
<div class="row"><div class="box" style="width:110px">
  <label>Truck #</label>${put.written('truck_number', ...haul.truck)}</div>
<div class="box" style="width:140px">
  <label>Trailer #</label>${trailer}
  </div>
<div class="box grow"><label>Driver</label>${put.written('driver', haul.driver)}</div></div>
<div class="box"><label>Material</label>${put.written('material', haul.material)}</div>
<table><tr><th style="width:44px">Load</th><th style="width:110px">Time</th><th>Where</th></tr>${rows.join('')}
  </table>
<div class="row sums"><div class="grow">
<div class="row"><div class="box" style="width:50%">
  <label>Start time</label>${put.written('start_time', ...haul.start)}</div>
<div class="box grow"><label>Stop time</label>${put.written('end_time', ...haul.stop)}</div></div>
<div class="row"><div class="box" style="width:50%"><label>Less lunch</label>${put.scrawl(haul.lunch)}</div>
<div class="box grow"><label>Total hours</label>${put.written('hours', ...haul.hours)}</div></div></div>
<div style="width:200px"><div class="box"><label>Hourly rate</label>${put.written('rate', ...haul.rate)}</div>
<div class="box"><label>Total</label>${put.written('total', ...haul.total)}</div></div></div>
<div class="sign"><span>Signed by</span>${put.written('signed_by', haul.signed)}<hr></div>
<p class="fine center">Time runs from arrival at the first loading place until the last load is dumped. Two hours
  minimum.</p>
<div class="smudge" style="left:70px;top:560px;width:120px;height:34px;background:rgba(90,70,40,.12)"></div>`;
  return {
    name: haul.name,
    template: 'haul-hourly',
    condition: 'photo',
    width: haulHourlySize[0],
    height: haulHourlySize[1],
    style: `#ticket { --paper: ${haul.paper}; --ink: ${haul.ink}; --hand: '${haul.hand}'; }`,
    body,
    ...put.labels,
    scene: haul.scene,
  };
}
