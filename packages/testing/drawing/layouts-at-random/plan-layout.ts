import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { chance, digits, oneOf, shuffled, usualOf, wholeBetween } from './choose.ts';
import { inventAddress, inventCompany, inventPhone, inventTown } from './invent-names.ts';
import type { IssuerHabits, Trade } from './issuer-habits.ts';
import { planBlocks } from './plan-blocks.ts';
import type { Block } from './planned-field.ts';
import { columnWordings, titles } from './trade-wordings.ts';
import { chooseHabits } from './write-amounts.ts';

/** A printed form as one invented vendor issues it; everything that its tickets have in common. */
export type LayoutPlan = {
  name: string;
  habits: IssuerHabits;
  /** Width and least height in CSS pixels. */
  size: readonly [width: number, height: number];
  isSlip: boolean;
  letterhead: { company: string; lines: string[]; align: 'left' | 'center' | 'right'; logo: number; isBand: boolean };
  title: string;
  number: 'stamped' | 'plain' | 'boxed';
  look: {
    labels: string;
    heads: string;
    print: string;
    printSize: number;
    accent: string;
    rule: string;
    papers: string[];
    /** Where values stand in boxes that are wider. */
    slots: 'flex-start' | 'flex-end' | 'center';
  };
  blocks: Block[];
  items: null | { heads: Record<string, string>; order: string[]; rows: number; style: 'ruled' | 'open' | 'banded' };
  copies: boolean;
};

const trades: readonly Trade[] = [
  'scale',
  'haul',
  'concrete',
  'water',
  'fuel',
  'service',
  'time',
  'lading',
  'scale',
  'haul',
];
const labelFonts = ['Libre Franklin', 'Archivo Narrow', 'Roboto Condensed', 'Tinos', 'Zilla Slab'];
const headFonts = ['Oswald', 'Anton', 'Alfa Slab One', 'Zilla Slab', 'Tinos', 'Libre Franklin', 'Roboto Condensed'];
const printFonts = [
  'Courier Prime',
  'IBM Plex Mono',
  'VT323',
  'Share Tech Mono',
  'Special Elite',
  'Doto',
  'Inconsolata',
  'Roboto Condensed',
  'Libre Franklin',
];
const slipFonts = ['VT323', 'Share Tech Mono', 'IBM Plex Mono', 'Inconsolata', 'Courier Prime'];
const accents = ['#1f2226', '#1f2226', '#123a6b', '#6b1419', '#14512f', '#3d2a6b', '#7a3b06'];

/** Composes a form at random; the same seed and number make the same form. */
export function planLayout(seed: number, at: number): LayoutPlan {
  const random = seededRandom(seed * 7919 + at * 104_729);
  const trade = trades[(at + wholeBetween(random, 0, 1)) % trades.length] ?? 'scale';
  const isSlip = (trade === 'scale' || trade === 'fuel') && chance(random, 0.3);
  const byHand = !isSlip && chance(random, trade === 'scale' || trade === 'concrete' ? 0.15 : 0.6);
  const habits = issue(random, trade, byHand);
  const company =
    habits.upper || chance(random, 0.6) ? inventCompany(random, trade).toUpperCase() : inventCompany(random, trade);
  const blocks = planBlocks(random, habits, isSlip);
  const showsTax = blocks.some(({ fields }) => fields.some(({ name }) => name === 'tax'));
  const hasItems = ['concrete', 'service', 'time', 'lading'].includes(trade);
  return {
    name: `${trade}-${String(at + 1).padStart(2, '0')}`,
    habits: showsTax ? habits : { ...habits, taxRate: 0 },
    size: isSlip ? [wholeBetween(random, 360, 440), 500] : oneOf(random, sizes(hasItems)),
    isSlip,
    letterhead: {
      company,
      lines: letterheadLines(random),
      align: isSlip ? 'center' : oneOf(random, ['left', 'left', 'center', 'right']),
      logo: chance(random, 0.65) && !isSlip ? wholeBetween(random, 1, 5) : 0,
      isBand: !isSlip && chance(random, 0.15),
    },
    title: oneOf(random, titles[trade] ?? ['Ticket']),
    number: isSlip ? 'plain' : oneOf(random, ['stamped', 'stamped', 'plain', 'boxed']),
    look: {
      labels: oneOf(random, labelFonts),
      heads: oneOf(random, headFonts),
      print: oneOf(random, isSlip ? slipFonts : printFonts),
      printSize: wholeBetween(random, 15, 20),
      accent: isSlip ? '#1f2226' : oneOf(random, accents),
      rule: oneOf(random, ['#333', '#333', '#777', 'currentColor']),
      slots: oneOf(random, ['flex-start', 'flex-start', 'flex-end', 'center']),
      papers: chance(random, 0.5) ? ['#ffffff'] : ['#ffffff', '#faf3b4', '#f8d3d6', '#dcebd6', '#f6ecc9'],
    },
    blocks,
    items: hasItems ? planItems(random, trade) : null,
    copies: chance(random, 0.5),
  };
}

/** The height is what the content needs at least. */
function sizes(hasItems: boolean): (readonly [number, number])[] {
  return hasItems
    ? [
        [850, 700],
        [760, 820],
        [850, 1050],
      ]
    : [
        [850, 460],
        [720, 400],
        [560, 500],
        [620, 700],
        [850, 560],
      ];
}

function issue(random: SeededRandom, trade: Trade, byHand: boolean): IssuerHabits {
  const units: Record<Trade, readonly (readonly [string, string])[]> = {
    scale: [
      ['TON', 'TONS'],
      ['TON', 'TN'],
      ['TON', 'Ton'],
    ],
    haul: [
      ['LOAD', 'LOADS'],
      ['TON', 'Tons'],
      ['LOAD', 'LD'],
    ],
    concrete: [
      ['CY', 'CY'],
      ['CY', 'YD'],
      ['CY', 'CUYD'],
    ],
    water: [
      ['BBL', 'BBLS'],
      ['BBL', 'bbl'],
    ],
    fuel: [
      ['GAL', 'GAL'],
      ['GAL', 'Gals'],
    ],
    service: [['EA', 'EA']],
    time: [['EA', 'EA']],
    lading: [['EA', 'PCS']],
  };
  const [unit, unitText] = oneOf(random, units[trade]);
  return {
    trade,
    writing: chooseHabits(random),
    byHand,
    unit,
    unitText,
    weightUnit: oneOf(random, ['LB', 'LBS', 'lb', 'lbs']),
    numberPrefix: oneOf(random, ['', '', '', '0', 'A', 'T-', 'FT-', '00', `${wholeBetween(random, 10, 26)}-`]),
    numberDigits: wholeBetween(random, 4, 7),
    codes: {
      job: oneOf(random, ['', '', 'J-', `${wholeBetween(random, 20, 26)}-`, 'C']),
      po: oneOf(random, ['', '', 'PO-', 'P', '4500']),
      truck: oneOf(random, ['', '', '', 'T-', '#', 'TRK']),
    },
    taxRate: oneOf(random, [0.0825, 0.0625, 0.05, 0.07125, 0.08]),
    upper: !byHand && chance(random, 0.75),
  };
}

function letterheadLines(random: SeededRandom): string[] {
  const lines = [
    `${inventAddress(random)} · ${inventTown(random)}`,
    `Phone ${inventPhone(random)}${chance(random, 0.3) ? `  Fax ${inventPhone(random)}` : ''}`,
  ];
  if (chance(random, 0.4))
    lines.push(
      oneOf(random, [
        `USDOT ${digits(random, 7)}`,
        `Lic. No. ${digits(random, 6)}`,
        'Locally owned since 1978',
        'www.example.com',
        'Member of the county haulers',
      ]),
    );
  return chance(random, 0.2) ? [lines.join(' · ')] : lines;
}

function planItems(random: SeededRandom, trade: Trade): NonNullable<LayoutPlan['items']> {
  const heads = Object.fromEntries(Object.entries(columnWordings).map(([name, all]) => [name, usualOf(random, all)]));
  const priced = trade !== 'lading';
  const rest = chance(random, 0.7) ? ['quantity', 'unit'] : ['unit', 'quantity'];
  const order = chance(random, 0.65) ? ['description', ...rest] : [...rest, 'description'];
  return {
    heads,
    order: priced ? [...order, 'rate', 'amount'] : order,
    rows: wholeBetween(random, 6, 9),
    style: oneOf(random, shuffled(random, ['ruled', 'open', 'banded'] as const)),
  };
}
