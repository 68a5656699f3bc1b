import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [640, 820] as const;

/** A run ticket for produced water: preprinted in brown, typed at dispatch, finished by hand at the tank. */
export function drawWaterRun(): TicketPage {
  const put = startWriting(seededRandom(31));
  const body = `
<div class="row head"><svg width="52" height="66" viewBox="0 0 52 66">
  <path d="M26 2C40 22 50 32 50 44a24 20 0 0 1-48 0C2 32 12 22 26 2Z" fill="#7a3b1d"/>
<path d="M14 46a12 10 0 0 0 14 9" stroke="#fff" stroke-width="4" fill="none"/></svg>
<div class="grow"><h1>${put.printed('company', 'Saltcedar Water Transfer')}</h1>
  <p>Fresh · Brine · Produced · Disposal &nbsp;|&nbsp; 24 hr (555) 555-0119</p></div></div>
<div class="row title"><b class="grow">FLUID RUN TICKET</b><span>RUN TICKET NO.</span><span
  class="number">${put.printed('ticket_number', 'WR-20418')}</span>
  </div>
<div class="row"><div class="box grow"><label>Operator</label>${put.printed('customer', 'Halden Bluff Operating')}
  </div>
<div class="box w3"><label>Date</label>${put.printed('date', '03/27/2025', '2025-03-27')}</div></div>
<div class="row"><div class="box grow">
  <label>Lease / Well name</label>${put.printed('job_name', 'Coyote Bench 12-3H')}</div>
<div class="box w3"><label>AFE No.</label>${put.leaveBlank('afe_number')}</div></div>
<div class="row"><div class="box grow"><label>County</label>${put.printed('location', 'Dunmore')}</div>
<div class="box w3"><label>P.O. No.</label>${put.printed('po_number', '77-1042')}</div></div>
<div class="row"><div class="box w3"><label>Truck No.</label>${put.written('truck_number', '218')}</div>
<div class="box w3"><label>Trailer No.</label>${put.written('trailer_number', 'T-77')}</div>
<div class="box grow"><label>Driver</label>${put.written('driver', 'Ramona Tull')}</div></div>
<div class="box"><label>Fluid</label>
  <div class="checks"><span><b></b>Fresh</span><span><b></b>Brine
  10#</span><span><b></b>Produced<em>${put.scrawl('x')}</em></span><span><b></b>Flowback</span>
  </div></div>
<table class="gauge"><tr><th></th><th>Tank No.</th><th>Feet</th><th>Inches</th><th>Bbls</th></tr>
<tr><td>TOP GAUGE</td><td>${put.scrawl('4')}</td><td>${put.scrawl('11')}</td><td>${put.scrawl('6')}</td>
  <td>${put.scrawl('230')}</td></tr>
<tr><td>BOTTOM GAUGE</td><td>${put.scrawl('4')}</td><td>${put.scrawl('5')}</td><td>${put.scrawl('0')}</td>
  <td>${put.scrawl('100')}</td></tr></table>
<div class="row tall"><div class="box w4"><label>Barrels</label>${put.written('quantity', '130')}</div>
<div class="box w4"><label>Unit</label>${put.printed('unit', 'BBL')}</div>
<div class="box w4"><label>Rate</label>${put.printed('rate', '2.35')}</div>
<div class="box grow"><label>Amount due</label>${put.written('total', '$305.50', '305.5')}</div></div>
<div class="row tall"><div class="box w4"><label>Start time</label>${put.written('start_time', '0815', '08:15')}
  </div>
<div class="box w4"><label>Finish</label>${put.written('end_time', '1145', '11:45')}</div>
<div class="box w4"><label>Total hours</label>${put.written('hours', '3.5')}</div>
<div class="box grow"><label>Disposal</label>${put.scrawl('SWD #4')}</div></div>
<div class="box remarks"><label>Remarks</label>${put.scrawl('gate code changed, waited 20 min')}</div>
<div class="row signs"><div class="grow"><hr><p>DRIVER SIGNATURE</p><span class="signature">R Tull</span></div>
<div class="grow"><hr><p>RECEIVED BY (PRINT NAME)</p>${put.written('signed_by', 'Cody Amsel')}</div></div>
<p class="fine foot">Form SWT-3 · Seller keeps title until loaded. Keep the pink copy with the manifest for three
  years.</p>
<div class="smudge" style="left:430px;top:640px;width:130px;height:130px;background:none;border:7px solid
  rgba(120,80,40,.14);filter:blur(2px)">
  </div>`;
  return {
    name: 'water-run-01',
    template: 'water-run',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1800, 2400], fill: 0.8, tilt: -3.1, keystone: 0.045, lean: 0.015 },
      {
        surface: 'wood',
        seed: 301,
        bend: 10,
        bendWaves: 2,
        light: { angle: 240, falloff: 0.18, tint: [1, 0.97, 0.9] },
      },
    ),
  };
}
