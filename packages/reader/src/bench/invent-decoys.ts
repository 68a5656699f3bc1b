import type { ReferenceListName } from '@ticket-pros/contracts/reference-lists';

/** A number from 0 up to 1, the next of a row that the seed settles. */
export type Random = () => number;

const firstNames =
  'Aaron Alma Andre Bonnie Carlos Carol Chad Cora Darren Diego Donna Eddie Elena Felipe Gail Gus Hank Irene Jorge Judy Karl Lena Leroy Manny Marta Nate Nora Otis Pablo Pam Quinn Raul Rita Roy Sal Stella Tito Vern Wanda Zane'.split(
    ' ',
  );
const lastNames =
  'Abeyta Arroyos Barnes Bell Bowman Cantu Chavez Cole Dalton Duran Eaton Espinoza Fields Flores Garcia Graves Harmon Herrera Ibarra Jaramillo Keene Kimble Lovato Lucas McCall Mora Nava Nichols Orr Ortiz Pruitt Quintero Rael Rowe Salas Stone Tafoya Upton Vargas Velarde Wheeler Yazzie York Zamora'.split(
    ' ',
  );
const places =
  'Alder Antelope Aspen Badger Basin Bear Blue Bright Buckhorn Canyon Cedar Cholla Clear Copper Cottonwood Coyote Cross Crow Dry Eagle East Elk Fallen Flint Ford Forest Grand Granite Gravel Green Hawk Hidden High Hollow Iron Juniper Lake Lone Long Maple Mesa Mill Mountain North Oak Old Pine Plain Point Prairie Quail Ranch Red Ridge River Rock Saddle Sage Salt Sand Silver Sky South Spring Stone Summit Sunset Table Timber Twin Union Valley Vista Walnut West White Willow Wind Wolf'.split(
    ' ',
  );
const trades =
  'Asphalt Builders Civil Concrete Construction Contractors Crushing Development Drilling Dirtworks Energy Excavation Farms Fuels Gathering Grading Hauling Homes Industries Land Logging Lumber Midstream Mining Operating Partners Paving Petroleum Pipeline Power Production Properties Ranch Recycling Resources Roads Services Site Supply Trucking Utilities Ventures Waste Water'.split(
    ' ',
  );
const endings = ['', '', '', 'Inc.', 'LLC', 'Co.', 'Corp.', 'LP'];
const materials =
  'asphalt base beam block brick cedar chips clay clean coarse concrete crushed debris diesel dirt drain dyed fill fine fines fir flex fly gravel ground hemlock lime limestone logs millings mix mulch oak pallets pea pine pipe pit plywood poles premium pulp rip-rap road rock salt sand sawlogs scrap screened slag soil spruce steel stone topsoil treated unleaded wash waste white'.split(
    ' ',
  );

const pools: Record<ReferenceListName, readonly string[]> = {
  customers: [...places, ...trades],
  jobs: [...places, ...trades],
  trucks: places,
  trailers: places,
  materials,
  people: [...firstNames, ...lastNames],
  locations: [...places, ...trades],
};

/**
 * An entry that an account might have beside the true one. Every second one looks like it: a word, a letter or a digit of it is
 * another.
 */
export function inventDecoy(list: ReferenceListName, entry: string, isAlike: boolean, random: Random): string {
  if (isAlike) return changeOne(list, entry, random);
  if (!/\p{L}{3}/u.test(entry)) return changeDigits(entry, random);
  const one = (pool: readonly string[]): string => pick(pool, random);
  const number = (): number => 1 + Math.floor(random() * 320);
  switch (list) {
    case 'customers':
      return `${one(places)} ${one([...places, ...trades])} ${one(trades)} ${one(endings)}`.trim();
    case 'people':
      return random() < 0.25 ? `${one(firstNames)[0]}. ${one(lastNames)}` : `${one(firstNames)} ${one(lastNames)}`;
    case 'materials':
      return `${random() < 0.4 ? `${number()} ` : ''}${one(materials)} ${one(materials)}`.toUpperCase();
    default:
      return random() < 0.5 ? `${one(places)} ${one(places)} ${number()}` : `${one(places)} ${one(trades)}`;
  }
}

/** The entry with one of its words or, where that is short or a number, signs replaced. */
function changeOne(list: ReferenceListName, entry: string, random: Random): string {
  const words = entry.split(' ');
  const at = Math.floor(random() * words.length);
  const changed = (word: string): string => {
    if (/\d/.test(word)) return changeDigits(word, random, 1);
    if (word.length < 4 || random() < 0.3) return changeLetter(word, random);
    const other = pick(pools[list], random);
    return word === word.toUpperCase() ? other.toUpperCase() : other;
  };
  return words.map((word, i) => (i === at ? changed(word) : word)).join(' ');
}

function changeDigits(text: string, random: Random, most = text.length): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const chosen = new Set(most === 1 ? [pick(places, random)] : places);
  return [...text].map((sign, i) => (chosen.has(i) ? String(Math.floor(random() * 10)) : sign)).join('');
}

function changeLetter(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const letter = 'abcdefghiklmnoprstuvwy'.charAt(Math.floor(random() * 22));
  const isUpper = word.charAt(at) === word.charAt(at).toUpperCase();
  return word.slice(0, at) + (isUpper ? letter.toUpperCase() : letter) + word.slice(at + 1);
}

function pick<T>(pool: readonly T[], random: Random): T {
  const one = pool[Math.floor(random() * pool.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
}
