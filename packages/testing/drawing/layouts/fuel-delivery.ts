import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [400, 1090] as const;

/** A fuel truck's meter ticket: a narrow thermal print, held down on a dashboard. */
export function drawFuelDelivery(): TicketPage {
  const put = startWriting(seededRandom(51));
  const pair = (label: string, value: string) => `<div class="row"><span class="grow">${label}</span>${value}</div>`;
  const plain = (text: string) => `<span class="printed">${text}</span>`;
  const body = `
<div class="center"><svg width="64" height="50" viewBox="0 0 64 50">
  <path d="M4 46 32 4 60 46 46 46 32 24 18 46Z" fill="#2a2a2e"/></svg>
<h1>${put.printed('company', 'KESTREL FORK PETROLEUM')}</h1><p>BULK FUEL &amp; LUBES</p>
  <p>22 DEPOT ST  LOMA PRIETA FLATS</p><p>(555) 555-0108</p></div>
<hr>${pair('TICKET NO:', put.printed('ticket_number', '0047713'))}
${pair('DATE:', put.printed('date', '11/13/2025', '2025-11-13'))}
${pair('START:', put.printed('start_time', '10:02:41', '10:02'))}
${pair('FINISH:', put.printed('end_time', '10:31:06', '10:31'))}
${pair('TRUCK:', put.printed('truck_number', '07'))}
${pair('DRIVER:', put.printed('driver', 'T. BRANNIGAN'))}
<hr><p>DELIVER TO:</p><p>${put.printed('customer', 'DRY LAKE DAIRY')}</p><p class="pad">BARN 6, FM 1181</p>
${pair('PO NO:', put.leaveBlank('po_number') + plain(''))}
<hr>${pair('PRODUCT:', put.printed('material', 'DYED DIESEL #2'))}
${pair('METER START', plain('8812045.3'))}
${pair('METER END', plain('8812457.9'))}
${pair('TEMP COMP', plain('60.0 F'))}
<div class="big">${pair('NET GALLONS', put.printed('quantity', '412.6'))}</div>
${pair('UNIT', put.printed('unit', 'GAL'))}
<hr>${pair('PRICE/GAL', put.printed('rate', '3.189'))}
${pair('SUBTOTAL', put.printed('subtotal', '$1,315.78', '1315.78'))}
${pair('TAX', put.printed('tax', '$18.09', '18.09'))}
<div class="big">${pair('TOTAL DUE', put.printed('total', '$1,333.87', '1333.87'))}</div>
<hr><p class="small">DYED DIESEL FUEL, NONTAXABLE USE ONLY,</p><p class="small">PENALTY FOR TAXABLE USE</p>
<div class="sign">X ${put.written('signed_by', 'Ines Coyle')}</div><p class="small center">RECEIVED BY</p>
<p class="small center end">*** CUSTOMER COPY ***</p>`;
  return {
    name: 'fuel-delivery-01',
    template: 'fuel-delivery',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1500, 2300], fill: 0.5, tilt: 3.4, keystone: 0.06, at: [0.49, 0.5] },
      {
        surface: 'dashboard',
        seed: 501,
        bend: 14,
        bendWaves: 3,
        light: { angle: 265, falloff: 0.14, tint: [0.97, 0.99, 1.02] },
      },
    ),
  };
}
