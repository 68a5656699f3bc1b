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
    return `<tr><td class="center">${index + 1}</td><td>${time ? put.scrawl(time) : ''}</td><td>${place ? put.scrawl(place) : ''}</td></tr>`;
  });
  const body = `
<div class="perforation"></div>
<div class="head center"><h1>${put.printed('company', 'DOS GARZAS TRUCKING')}</h1>
  <p>END DUMPS · BELLY DUMPS · WATER TRUCKS</p><p class="small">P.O. Box 318, Mesquite Wells · Dispatch (555) 555-0177</p></div>
<div class="row bar"><b class="grow">HOURLY HAUL TICKET</b><span>NO.</span>&nbsp;<span class="number">${put.printed('ticket_number', haul.number)}</span></div>
<div class="row"><div class="box grow"><label>Customer</label>${put.written('customer', haul.customer)}</div>
  <div class="box" style="width:158px"><label>Date</label>${put.written('date', ...haul.date)}</div></div>
<div class="box"><label>Job</label>${put.written('job_name', haul.job)}</div>
<div class="row"><div class="box" style="width:250px"><label>Loaded at</label>${put.scrawl(haul.from)}</div>
  <div class="box grow"><label>Dumped at</label>${put.scrawl(haul.to)}</div></div>
<div class="row"><div class="box" style="width:110px"><label>Truck #</label>${put.written('truck_number', ...haul.truck)}</div>
  <div class="box" style="width:140px"><label>Trailer #</label>${haul.trailer === null ? put.leaveBlank('trailer_number') : put.written('trailer_number', haul.trailer)}</div>
  <div class="box grow"><label>Driver</label>${put.written('driver', haul.driver)}</div></div>
<div class="box"><label>Material</label>${put.written('material', haul.material)}</div>
<table><tr><th style="width:44px">Load</th><th style="width:110px">Time</th><th>Where</th></tr>${rows.join('')}</table>
<div class="row sums"><div class="grow">
    <div class="row"><div class="box" style="width:50%"><label>Start time</label>${put.written('start_time', ...haul.start)}</div>
      <div class="box grow"><label>Stop time</label>${put.written('end_time', ...haul.stop)}</div></div>
    <div class="row"><div class="box" style="width:50%"><label>Less lunch</label>${put.scrawl(haul.lunch)}</div>
      <div class="box grow"><label>Total hours</label>${put.written('hours', ...haul.hours)}</div></div></div>
  <div style="width:200px"><div class="box"><label>Hourly rate</label>${put.written('rate', ...haul.rate)}</div>
    <div class="box"><label>Total</label>${put.written('total', ...haul.total)}</div></div></div>
<div class="sign"><span>Signed by</span>${put.written('signed_by', haul.signed)}<hr></div>
<p class="fine center">Time runs from arrival at the first loading place until the last load is dumped. Two hours minimum.</p>
<div class="smudge" style="left:70px;top:560px;width:120px;height:34px;background:rgba(90,70,40,.12)"></div>`;
  return {
    name: haul.name,
    template: 'haul-hourly',
    condition: 'photo',
    width: haulHourlySize[0],
    height: haulHourlySize[1],
    style: `
#ticket { background: ${haul.paper}; padding: 30px 30px 20px; --rule: #2b3a67; --label: #2b3a67; --ink: ${haul.ink};
  --hand: '${haul.hand}'; color: #2b3a67; }
.perforation { position: absolute !important; left: 0; right: 0; top: 10px; border-top: 2.5px dotted rgba(120,110,90,.55); }
.head h1 .printed { font: 600 36px/1 'Oswald'; color: #2b3a67; letter-spacing: .05em; }
.head p { font: 700 11px/1.5 'Archivo Narrow'; letter-spacing: .18em; margin-top: 4px; }
.head .small { font-weight: 400; letter-spacing: .03em; margin-top: 0; }
.bar { background: #2b3a67; color: #fff; padding: 5px 10px; margin: 10px 0 0; align-items: center; font: 700 14px/1 'Archivo Narrow'; letter-spacing: .12em; }
.bar .number { background: ${haul.paper}; padding: 3px 8px; font-size: 23px; }
.box { min-height: 49px; margin: -1px 0 0 -1px; }
.box > .handwritten { margin: 0 10px 3px; }
td { height: 26px; padding: 0 8px; font: 400 11px/1 'Archivo Narrow'; }
td .handwritten { font-size: 21px; margin-top: -2px; }
th { padding: 2px; }
.sums { margin-top: -1px; }
.sign { position: relative; margin-top: 14px; padding-left: 70px; height: 40px; }
.sign > span:first-child { position: absolute; left: 0; bottom: 6px; font: 700 11px/1 'Archivo Narrow'; text-transform: uppercase; }
.sign .handwritten { font-size: 31px; }
.sign hr { position: absolute; left: 64px; right: 0; bottom: 2px; border: 0; border-top: 1.3px solid #2b3a67; }`,
    body,
    ...put.labels,
    scene: haul.scene,
  };
}
