import { placeScene } from '../place-scene.ts';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';

const size = [470, 900] as const;

/** A landfill's gate slip from a dot-matrix printer on plain stock with sprocket holes torn off. */
export function drawLandfillSlip(): TicketPage {
  const put = startWriting(seededRandom(81));
  const pair = (label: string, value: string) => `<div class="row"><span class="grow">${label}</span>${value}</div>`;
  const plain = (text: string) => `<span class="printed">${text}</span>`;
  const gross = put.printed('gross_weight', '38,460', '38460');
  const body = `
<div class="center"><p class="big">${put.printed('company', 'JUNIPER SINK REGIONAL LANDFILL')}</p>
  <p>PERMIT MSW-0000  SCALE 1</p><p>OPEN MON-SAT 0600-1700</p></div>
<p class="rule">================================================</p>
${pair('SLIP NO', put.printed('ticket_number', '00518827'))}
${pair('DATE', put.printed('date', '02/19/2025', '2025-02-19'))}
${pair('TIME IN', put.printed('start_time', '13:04:18', '13:04'))}
${pair('TIME OUT', put.printed('end_time', '13:26:50', '13:26'))}
<p class="rule">------------------------------------------------</p>
${pair('ACCOUNT', put.printed('customer', 'BIGTOOTH ROLL-OFF'))}
${pair('VEHICLE', put.printed('truck_number', 'RO-52'))}
${pair('ORIGIN', plain('CARROW JUNCTION'))}
${pair('WASTE TYPE', put.printed('material', 'C&D MIXED'))}
<p class="rule">------------------------------------------------</p>
${pair('GROSS', `<span>${gross} ${put.printed('weight_unit', 'lb', 'LB')}</span>`)}
${pair('TARE', `<span>${put.printed('tare_weight', '24,820', '24820')} ${plain('lb')}</span>`)}
${pair('NET', `<span>${put.printed('net_weight', '13,640', '13640')} ${plain('lb')}</span>`)}
${pair('QTY', `<span>${put.printed('quantity', '6.82')} ${put.printed('unit', 'TON')}</span>`)}
<p class="rule">------------------------------------------------</p>
${pair('RATE', put.printed('rate', '$42.00', '42'))}
${pair('DISPOSAL', plain('$286.44'))}
${pair('STATE FEE', plain('$8.50'))}
<p class="rule">================================================</p>
<div class="big">${pair('TOTAL', put.printed('total', '$294.94', '294.94'))}</div>
<p class="rule">------------------------------------------------</p>
<p>LOAD MUST BE TARPED. NO TIRES,</p><p>LIQUIDS OR BATTERIES.</p>
<div class="sign">${put.leaveBlank('signed_by')}</div><p>SIGNATURE</p>
  <p class="center end">ATTENDANT 04   THANK YOU</p>
<div class="ribbon"></div>`;
  return {
    name: 'landfill-slip-01',
    template: 'landfill-slip',
    condition: 'photo',
    width: size[0],
    height: size[1],
    style: '',
    body,
    ...put.labels,
    scene: placeScene(
      { page: size, picture: [1500, 2300], fill: 0.66, tilt: -4.2, keystone: 0.04, at: [0.5, 0.49] },
      {
        surface: 'concrete',
        seed: 801,
        bend: 12,
        bendWaves: 2,
        folds: [0.52],
        light: { angle: 200, falloff: 0.16, tint: [1, 0.98, 0.93] },
      },
    ),
  };
}
