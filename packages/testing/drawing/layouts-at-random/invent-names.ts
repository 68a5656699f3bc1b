import type { SeededRandom } from '../seeded-random.ts';
import { chance, digits, oneOf, wholeBetween } from './choose.ts';

const places =
  words(`Alder Bitterroot Cholla Dogwood Elkhorn Fallow Greasewood Hackberry Ironwood Juniper Kestrel Lodgepole Mulberry
  Nettle Osage Palo Quailbush Redstem Saltgrass Tumbleweed Umber Vetch Willow Yarrow Antler Boulder Cinder Drift Ember Flint Granite
  Harrow Ledge Mica Ochre Pumice Quartz Rimrock Slate Talus Anvil Beacon Copper Delta Falcon Harbor Summit Meridian Pioneer Liberty`);
const seconds = words(
  'Creek Ridge Flats Basin Mesa Hollow Point Valley Springs Bend Canyon Prairie Fork Crossing Bluff Gap Draw Butte',
);
const firsts =
  words(`Amos Bettina Carl Dora Emil Farah Glen Hattie Ivan June Kyle Lena Marco Nadia Omar Paula Quentin Rosa Stan Tess
  Ulises Vera Wade Yolanda Zeke Andre Becca Cody Dwight Erin Felix Gwen Hank Inez Jesus Kent Lyle Manny Nick Rudy Shane Tony Wes`);
const lasts =
  words(`Abernathy Baca Castaneda Dunlap Escobar Fitch Gallegos Hobbs Ingram Jurado Kimble Lujan Maddox Norris Ochoa Pruitt
  Quarles Renteria Salcido Tidwell Urias Villa Womack Yates Zapata Barela Crabtree Dominguez Eads Fuentes Grady Holguin Jaramillo Kerr
  Ledford McCall Navarro Ortega Pacheco Rucker Sutter Trujillo Vance Wray`);
const trades: Record<string, readonly string[]> = {
  scale: phrases(
    'Aggregates|Sand & Gravel|Stone Co.|Materials|Landfill|Quarry|Rock Products|Recycling & Disposal|Transfer Station',
  ),
  haul: phrases('Trucking|Hauling|Transport LLC|Truck Lines|Dirt Works|Haulers Inc.|Excavation & Hauling'),
  concrete: phrases('Ready Mix|Concrete|Redi-Mix Co.|Concrete Supply|Ready-Mixed Inc.'),
  water: phrases('Water Services|Fluid Services|Vacuum Service|Oilfield Hauling|Water Transfer LLC|Disposal Services'),
  fuel: phrases('Fuel & Lube|Petroleum|Oil Company|Energy Supply|Fuels Inc.|Propane & Fuel'),
  service: phrases('Well Services|Oilfield Services|Roustabout Co.|Energy Services|Pump & Supply|Hot Oil Service'),
  time: phrases(
    'Mechanical|Electric Inc.|Construction|Contractors|Industrial|Welding & Fabrication|Plumbing & Heating',
  ),
  lading: phrases('Freight Lines|Logistics|Express|Motor Freight|Carriers Inc.|Supply Co.'),
};
const customers = phrases(
  'Builders|Operating|Paving|Homes|Energy|Development|Construction|Resources|Farms|County|Contractors|Drilling|Partners|Civil|School Dist.|Ranch|Utilities|Production Co.',
);
const streets = words(
  'Main Oak Depot Mill Canal Airport Frontage Quarry Church Elm Cedar Industrial Commerce Railroad Third Ninth',
);

export function inventCompany(random: SeededRandom, trade: string): string {
  const name = chance(random, 0.5) ? oneOf(random, places) : `${oneOf(random, places)} ${oneOf(random, seconds)}`;
  const pattern = random();
  if (pattern < 0.12) return `${oneOf(random, lasts)} & Sons ${oneOf(random, trades[trade] ?? customers)}`;
  if (pattern < 0.2) return `${initials(random)} ${oneOf(random, trades[trade] ?? customers)}`;
  return `${name} ${oneOf(random, trades[trade] ?? customers)}${chance(random, 0.15) ? ', Inc.' : ''}`;
}

export function inventCustomer(random: SeededRandom): string {
  const pattern = random();
  if (pattern < 0.12) return `${oneOf(random, lasts)} ${oneOf(random, customers)}`;
  if (pattern < 0.2) return inventPerson(random);
  if (pattern < 0.28) return `City of ${oneOf(random, places)}`;
  return `${oneOf(random, places)} ${oneOf(random, customers)}${chance(random, 0.2) ? ' LLC' : ''}`;
}

export function inventPerson(random: SeededRandom): string {
  const pattern = random();
  if (pattern < 0.15) return oneOf(random, lasts);
  if (pattern < 0.3) return `${oneOf(random, firsts).slice(0, 1)}. ${oneOf(random, lasts)}`;
  return `${oneOf(random, firsts)} ${oneOf(random, lasts)}`;
}

export function inventJob(random: SeededRandom): string {
  const kind = oneOf(
    random,
    phrases(`Rd. Widening|Pad|Phase 2|Subdivision|Warehouse|Bridge|Tank Battery|Parking Lot|Ph 3 Utilities|Apron|Levee|Substation|Drainage|
    Elementary|Plant Turnaround|Pipeline`),
  );
  return `${oneOf(random, places)} ${kind}`;
}

export function inventAddress(random: SeededRandom): string {
  return `${wholeBetween(random, 100, 9800)} ${chance(random, 0.3) ? `${oneOf(random, ['N', 'S', 'E', 'W'])} ` : ''}${oneOf(random, streets)} ${oneOf(random, ['St', 'Rd', 'Ave', 'Dr', 'Ln'])}`;
}

/** A place as tickets of a trade write it: an address, a lease and well, a pit, a county. */
export function inventLocation(random: SeededRandom, trade: string): string {
  const place = `${oneOf(random, places)} ${oneOf(random, seconds)}`;
  if (trade === 'water' || trade === 'service') {
    return oneOf(random, [
      `${place} ${wholeBetween(random, 1, 36)}-${wholeBetween(random, 1, 9)}H`,
      `${oneOf(random, places)} Unit ${wholeBetween(random, 1, 24)}`,
      `${place} #${wholeBetween(random, 1, 12)}`,
      `${oneOf(random, places)} SWD`,
    ]);
  }
  return oneOf(random, [
    inventAddress(random),
    place,
    `${inventAddress(random)}, ${oneOf(random, places)}`,
    `${place} Pit`,
  ]);
}

export function inventTown(random: SeededRandom): string {
  return `${oneOf(random, places)} ${oneOf(random, seconds)}, ${oneOf(random, ['TX', 'NM', 'OK', 'CO', 'ND', 'WY', 'KS', 'UT'])} ${digits(random, 5)}`;
}

/** Numbers of the range that is kept free for inventions. */
export function inventPhone(random: SeededRandom): string {
  const line = `01${wholeBetween(random, 10, 99)}`;
  return oneOf(random, [
    `(${wholeBetween(random, 2, 9)}55) 555-${line}`,
    `${wholeBetween(random, 2, 9)}05-555-${line}`,
  ]);
}

function initials(random: SeededRandom): string {
  const letters = 'ABCDEFGHJKLMNPRSTW';
  return `${oneOf(random, [...letters])}${chance(random, 0.5) ? '&' : ''}${oneOf(random, [...letters])}`;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function phrases(text: string): string[] {
  return text.split('|').map((phrase) => phrase.trim());
}
