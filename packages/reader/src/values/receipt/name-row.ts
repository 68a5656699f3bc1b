import { readAmount } from './read-amount.ts';

/** What a row at the head of a receipt is, as far as its words tell. */
export type RowName = 'name' | 'address' | 'registration' | 'contact' | 'paper' | 'body' | 'priced' | 'plain';

/** Ends of companies' names in the law of several countries; letters alone, so that points and spaces don't count. */
const legalEnd =
  /\b(?:SDN\.? ?BHD|S ?\/ ?B|BHD|BERHAD|INC|INCORPORATED|L\.? ?L\.? ?C|L\.? ?L\.? ?P|LTD|LIMITED|CORP|CORPORATION|PLC|PTY|GMBH|P\.?C|S\.?A\.? DE C\.?V|S\.?A\.?S|S\.?R\.?L|B\.?V|CO)\b\.?/;
const trades =
  /\b(?:STORES?|SHOP|MARKET|MART|SUPERMARKET|HYPERMARKET|RESTAURANTS?|RESTORAN|RESTAURANTE|CAFE|BISTRO|DINER|DELI|KITCHEN|EATERY|FOODS?|GROCER(?:Y|IES)|LIQUORS?|CLINIC|SALON|GARAGE|TOWING|WELDING|COFFEE|GRILL|PIZZA|BAKERY|BAKERIES|CONFECTIONERY|HARDWARE|LUMBER|TIMBER|TOOLS?|SUPPLY|SUPPLIES|ELECTRICAL|PLUMBING|PAINTS?|TRADING|ENTERPRISES?|COMPANY|SERVICES?|STATION|PETROL|PETROLEUM|PETRO|FUEL|OIL|GAS|TRAVEL (?:CENTER|PLAZA|STOP)|TRUCK STOP|TIRES?|TYRES?|AUTO|PARTS|PHARMACY|FARMASI|FARMACIA|STATIONERY|BOOKS?|BOOKSTORE|RENTALS?|EQUIPMENT|MOTORS?|DEPOT|WAREHOUSE|CENTER|CENTRE|GALLERY|KEDAI|PASARAYA|SYARIKAT|PERNIAGAAN|TIENDA|FERRETERIA|MARKETING|INDUSTRIES|HOTEL|INN|SONS|BROS|BROTHERS|HOLDINGS|GROUP)\b/;
const registration =
  /\b(?:CO(?:MPANY)?\.? ?(?:REG(?:ISTRATION)?)?\.? ?NO|REG(?:ISTRATION|N)?\.? ?NO|R\.?O\.?C|CO\.? ?REG|UEN|A\.?B\.?N|EIN|CRN)\b|^\W*(?:NO\W*)?\d{4,8} ?-? ?[A-Z]\W*$|^\W*[A-Z]{2}\d{6,8} ?-? ?[A-Z]\W*$|^\W*\d{9,14}(?: ?-? ?[A-Z])?\W*$/;
const taxNumber =
  /\b(?:G ?S ?T|VAT|S ?S ?T|TAX|TIN)\b.{0,16}(?:\d{6}|\d[\d -]{7})|\bG ?S ?T ?(?:REG|ID|NO)|GSTREG|GSTID|TAX ?ID|LICEN[SC]EE?\b/;
const contact =
  /\b(?:TE[L1I]|TELE?PHONE|PHONE|PH|FAX|H\/?P|HOTLINE|MOBILE ?(?:NO|:|\d)|WHATSAPPS?|CALL|E-?MAIL|WEB(?:SITE)?|VISIT|FOLLOW)\b|^TEL|FAX\b|@[A-Z]|WWW|HTTPS?:|\.COM\b|^\W*\+?\(?\d{2,3}\)?[-. ]{1,2}\d{3,4}[-. ]?\d{3,4}\W*$|\(?\b\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\b|\b0\d{1,2}[- ]\d{3,4} ?\d{3,4}\b|\+\d{2,}/;
const paper =
  /^\W*(?:(?:SIMPLIFIED|CASH|SALES?|TAX|DUPLICATE|CUSTOMER|OFFICIAL|ORIGINAL|GST|RETAIL)\W*)*(?:INVOICE|INVOYCE|INUOICE|RECEIPT|BILL|COPY|SLIP|CASH SALES?)\b|TAX ?INVOICE|INVOICE ?\/|^\W*(?:DUPLICATE|REPRINT|WELCOME|THANK)/;
const body =
  /\b(?:DATE|TIME|CASHIER|TABLE|INVOICE|RECEIPT|BILL|ORDER|DOC|COUNTER|TERMINAL|STATION:|SERVER|SERVED|OPERATOR|CLERK|REGISTER|REG#|TRANS(?:ACTION)?|TRAN|MACHINE|MEMBER|SALESPERSON|QTY|DESCRIPTION|ITEM|AMOUNT|PRICE|PAX|PUMP|CHK|CHECK|SHIFT|POS|STORE ?(?:#|NO\b)|SITE ?(?:#|NO\b)|TKT|TICKET|CASH(?! ?(?:&|AND\b))|CUSTOMER|SOLD TO|BILL TO|TOTAL)\b|\b\d{1,2}[:.]\d{2}(?::\d{2})? ?[AP]M\b|\b\d{1,2}[/-]\d{1,2}[/-](?:20)?\d\d\b|\b\d{1,2}:\d{2}\b/;

const streets =
  /\b(?:STREET|ST|AVENUE|AVE|ROAD|RD|DRIVE|DR|LANE|LN|BOULEVARD|BLVD|HIGHWAY|HWY|HW|FREEWAY|FWY|EXPRESSWAY|PARKWAY|PKWY|WAY|COURT|CT|CIRCLE|CIR|PLACE|PL|SQUARE|SQ|TERRACE|TRAIL|LOOP|PIKE|TURNPIKE|ROUTE|RT|RTE|FM|CR|COUNTY ROAD|INTERSTATE|EXIT|SUITE|STE|UNIT|BLDG|BUILDING|FLOOR|FLR|LEVEL|BLOCK|BLK|LOT|PLOT|MALL|PLAZA|TOWER|P\.? ?O\.? BOX|BOX|JALAN|JLN|LORONG|TAMAN|TMN|CALLE|CARRETERA|CARR|AVENIDA|AV|COLONIA|COL|RUE|VIA|STRASSE|PERSIARAN|LEBUH|KAWASAN|BANDAR|KAMPUNG|KG|BATU|MILES?)\b|STRASSE\b/;
const numberFirst =
  /^\W*(?:(?:NO|LOT|UNIT|LEVEL|SUITE|BLOCK|BLK|KM)\b\W*)?(?:[A-Z]{1,3}[-.]?)?\d{1,6}[A-Z]?(?:[-&/ ,.]|\b)/;
const postalCode = /\b\d{5}(?:-\d{4})?\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b/;
const stateAndCode = /\b[A-Z]{2}\.?,? ?\d{5}(?:-\d{4})?\b/;

/** Whether a row tells no more than a trade: `BISTRO & CAFE`, `RESTAURANT SDN BHD`. */
export function isTradeAlone(text: string): boolean {
  const own = text.replace(/\([^)]*\)/g, '').split(/\s+/);
  return own.every((word) => !/\p{L}{2}/u.test(word) || nameSigns(word) > 0 || /^(?:SDN|AND|OF|THE)\.?$/i.test(word));
}

/** How strongly a row speaks for a company's name: 0 to 3. */
export function nameSigns(text: string): number {
  const upper = text.toUpperCase();
  if (stateAndCode.test(upper)) return 0;
  return legalEnd.test(upper) ? 3 : trades.test(upper) ? 1.5 : 0;
}

/** How strongly a row speaks for an address: numbers of houses, streets, postal codes, lists of places. */
export function addressSigns(text: string): number {
  const upper = text.toUpperCase();
  if (!/\p{L}{2}/u.test(upper)) return 0;
  let signs = 0;
  if (numberFirst.test(upper)) signs += 1;
  if (streets.test(upper)) signs += 1;
  if (postalCode.test(upper)) signs += 1;
  if (stateAndCode.test(upper)) signs += 1;
  signs += 0.5 * Math.min(2, upper.match(/\w,/g)?.length ?? 0);
  return signs;
}

export function nameRow(text: string): RowName {
  const upper = text.toUpperCase();
  if (contact.test(upper)) return 'contact';
  if (taxNumber.test(upper)) return 'registration';
  if (paper.test(upper)) return 'paper';
  if (registration.test(upper) && nameSigns(withoutRegistration(text)) < 3) return 'registration';
  if (nameSigns(text) === 3 && addressSigns(text) < 2) return 'name';
  if (text.split(' ').some((word) => readAmount(word) !== null)) return 'priced';
  if (body.test(upper) && addressSigns(text) < 2) return 'body';
  if (addressSigns(text) >= 1) return 'address';
  return 'plain';
}

/** A company's name without its number in a register behind it: `(139386 X)`, `273500-U (KSB)`, `Co. Reg. No. 1234`. */
export function withoutRegistration(text: string): string {
  return text
    .replace(/\W*\b(?:CO(?:MPANY)?\.? ?(?:REG\.?)? ?NO\b|REG\.? ?NO|R\.?O\.?C|CO\.? ?REG|UEN|ABN|EIN).*$/i, '')
    .replace(/(?<=\S)[ (]+\(?[A-Z]{0,2}\d{4,}[ -]?[A-Z0-9]{0,2}\b\)?.*$/i, '')
    .trim();
}
