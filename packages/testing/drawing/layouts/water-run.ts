import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [640, 820] as const;

/** A run ticket for produced water: preprinted in brown, typed at dispatch, finished by hand at the tank. */
export function drawWaterRun(): TicketPage {
  const put = startWriting(seededRandom(31));
  const body = `
<div class="row head"><svg width="52" height="66" viewBox="0 0 52 66"><path d="M26 2C40 22 50 32 50 44a24 20 0 0 1-48 0C2 32 12 22 26 2Z" fill="#7a3b1d"/>
  <path d="M14 46a12 10 0 0 0 14 9" stroke="#fff" stroke-width="4" fill="none"/></svg>
  <div class="grow"><h1>${put.printed('company', 'Saltcedar Water Transfer')}</h1><p>Fresh · Brine · Produced · Disposal &nbsp;|&nbsp; 24 hr (555) 555-0119</p></div></div>
<div class="row title"><b class="grow">FLUID RUN TICKET</b><span>RUN TICKET NO.</span><span class="number">${put.printed('ticket_number', 'WR-20418')}</span></div>
<div class="row"><div class="box grow"><label>Operator</label>${put.printed('customer', 'Halden Bluff Operating')}</div>
  <div class="box w3"><label>Date</label>${put.printed('date', '03/27/2025', '2025-03-27')}</div></div>
<div class="row"><div class="box grow"><label>Lease / Well name</label>${put.printed('job_name', 'Coyote Bench 12-3H')}</div>
  <div class="box w3"><label>AFE No.</label>${put.leaveBlank('afe_number')}</div></div>
<div class="row"><div class="box grow"><label>County</label>${put.printed('location', 'Dunmore')}</div>
  <div class="box w3"><label>P.O. No.</label>${put.printed('po_number', '77-1042')}</div></div>
<div class="row"><div class="box w3"><label>Truck No.</label>${put.written('truck_number', '218')}</div>
  <div class="box w3"><label>Trailer No.</label>${put.written('trailer_number', 'T-77')}</div>
  <div class="box grow"><label>Driver</label>${put.written('driver', 'Ramona Tull')}</div></div>
<div class="box"><label>Fluid</label><div class="checks"><span><b></b>Fresh</span><span><b></b>Brine 10#</span><span><b></b>Produced<em>${put.scrawl('x')}</em></span><span><b></b>Flowback</span></div></div>
<table class="gauge"><tr><th></th><th>Tank No.</th><th>Feet</th><th>Inches</th><th>Bbls</th></tr>
<tr><td>TOP GAUGE</td><td>${put.scrawl('4')}</td><td>${put.scrawl('11')}</td><td>${put.scrawl('6')}</td><td>${put.scrawl('230')}</td></tr>
<tr><td>BOTTOM GAUGE</td><td>${put.scrawl('4')}</td><td>${put.scrawl('5')}</td><td>${put.scrawl('0')}</td><td>${put.scrawl('100')}</td></tr></table>
<div class="row tall"><div class="box w4"><label>Barrels</label>${put.written('quantity', '130')}</div>
  <div class="box w4"><label>Unit</label>${put.printed('unit', 'BBL')}</div>
  <div class="box w4"><label>Rate</label>${put.printed('rate', '2.35')}</div>
  <div class="box grow"><label>Amount due</label>${put.written('total', '$305.50', '305.5')}</div></div>
<div class="row tall"><div class="box w4"><label>Start time</label>${put.written('start_time', '0815', '08:15')}</div>
  <div class="box w4"><label>Finish</label>${put.written('end_time', '1145', '11:45')}</div>
  <div class="box w4"><label>Total hours</label>${put.written('hours', '3.5')}</div>
  <div class="box grow"><label>Disposal</label>${put.scrawl('SWD #4')}</div></div>
<div class="box remarks"><label>Remarks</label>${put.scrawl('gate code changed, waited 20 min')}</div>
<div class="row signs"><div class="grow"><hr><p>DRIVER SIGNATURE</p><span class="signature">R Tull</span></div>
  <div class="grow"><hr><p>RECEIVED BY (PRINT NAME)</p>${put.written('signed_by', 'Cody Amsel')}</div></div>
<p class="fine foot">Form SWT-3 · Seller keeps title until loaded. Keep the pink copy with the manifest for three years.</p>
<div class="smudge" style="left:430px;top:640px;width:130px;height:130px;background:none;border:7px solid rgba(120,80,40,.14);filter:blur(2px)"></div>`;
  return {
    name: 'water-run-01',
    template: 'water-run',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: `
#ticket { background: #f8dfe0; padding: 28px 32px; --rule: #7a3b1d; --label: #7a3b1d; --hand: 'Patrick Hand'; --ink: #23262e; color: #7a3b1d; }
.head { gap: 18px; align-items: center; }
h1 .printed { font: 700 34px/1 'Zilla Slab'; color: #7a3b1d; }
.head p { font: 400 12px/1.3 'Libre Franklin'; margin-top: 7px; }
.title { margin: 14px 0 6px; align-items: center; gap: 10px; font: 700 12px/1 'Archivo Narrow'; letter-spacing: .1em; }
.title b { font: 700 17px/1 'Archivo Narrow'; letter-spacing: .14em; }
.printed { font: 400 18px/1 'Special Elite'; color: #2a2a30; }
.box { min-height: 50px; margin: -1px 0 0 -1px; }
.box > .handwritten { margin: 1px 12px 3px; }
.handwritten { font-size: 28px; font-weight: 400; }
.w3 { width: 176px; } .w4 { width: 136px; } .tall .box { min-height: 56px; }
.checks { display: flex; gap: 30px; padding: 4px 12px 8px; font: 400 15px/1 'Libre Franklin', sans-serif; }
.checks span { position: relative; } .checks b { display: inline-block; width: 13px; height: 13px; border: 1.3px solid #7a3b1d; margin-right: 7px; vertical-align: -2px; } .checks em { position: absolute; left: -1px; top: -11px; } .checks em .handwritten { font-size: 31px; }
.gauge { margin: 8px 0 9px; } .gauge td { height: 33px; padding: 0 10px; font: 700 11px/1 'Archivo Narrow'; } .gauge .handwritten { font-size: 25px; }
.remarks { min-height: 66px; margin-top: 8px; }
.signs { gap: 26px; margin-top: 46px; font: 400 9.5px/1 'Archivo Narrow'; letter-spacing: .05em; }
.signs > div { position: relative; } .signs hr { border: 0; border-top: 1.3px solid #7a3b1d; margin-bottom: 4px; }
.signs .signature, .signs .handwritten { position: absolute; bottom: 12px; left: 16px; } .signs .handwritten { bottom: 18px; font-size: 31px; }
.foot { margin-top: 16px; }`,
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
