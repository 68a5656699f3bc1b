import type { Field, FieldType, TicketType } from './field.ts';

/** The built-in ticket type: what most field tickets carry. Labels are matched without case and punctuation. */
export const fieldTicketType: TicketType = {
  key: 'field_ticket',
  name: 'Field ticket',
  fields: [
    wanted(
      'ticket_number',
      'code',
      `ticket number, ticket no, ticket #, ticket, no, number, invoice no, bol no, load no, delivery no,
       slip no, doc no, pro no, run ticket no, field ticket no, t&m no, work ticket no, scale ticket no,
       load ticket no, bill of lading no, b/l no, invoice number`,
    ),
    wanted(
      'date',
      'date',
      `date, ticket date, date of service, delivery date, ship date, work date, date out, service date,
       load date, date of work, order date, invoice date, delivered on, date shipped`,
    ),
    wanted('company', 'text', 'company, vendor, from, carrier, hauler, contractor'),
    wanted(
      'customer',
      'text',
      `customer, customer name, sold to, bill to, deliver to, consignee, client, ship to, operator, account,
       to, customer/operator, delivered to, sold by order of, owner, receiver`,
    ),
    wanted('job_name', 'text', 'job name, project, project name, job, job site'),
    wanted(
      'job_number',
      'code',
      `job number, job no, job #, project no, work order, wo #, contract no, cust job no,
       customer job no, project number`,
    ),
    wanted(
      'location',
      'text',
      `location, site, address, delivery address, county, origin, field, destination, lease,
       lease & well no, lease/well, well name, well name & no, tract, sale/tract, tank site, job location,
       deliver to, ship to address, delivered at, well site, pit`,
    ),
    wanted(
      'po_number',
      'code',
      `po number, po no, p.o. no, po #, purchase order, po, cust po, customer po, customer purchase order,
       po/wo, cust po/wo`,
    ),
    wanted('afe_number', 'code', 'afe number, afe no, afe #, afe'),
    wanted(
      'driver',
      'text',
      `driver, driver name, hauled by, operator name, delivered by, operator/driver, driver/operator,
       truck driver`,
    ),
    wanted(
      'truck_number',
      'code',
      `truck number, truck no, truck #, truck, vehicle, unit no, unit #, tractor, truck id, vehicle id,
       truck/unit, truck unit no, vehicle no, tractor no`,
    ),
    wanted('trailer_number', 'code', 'trailer number, trailer no, trailer #, trailer, trl'),
    wanted(
      'material',
      'text',
      `material, product, commodity, description, mix, mix design, fluid, species, fuel type, waste type,
       mix description, product description, material description, material type, fuel, product delivered,
       species/product`,
    ),
    wanted(
      'quantity',
      'number',
      `quantity, qty, total pieces, pieces, loads, net gallons, gallons, yards, barrels, amount delivered,
       qty delivered, net volume, load size, delivered, gallons delivered, net tons, tons, total loads,
       no of loads, total quantity, no of logs`,
    ),
    wanted('unit', 'unit', 'unit, uom, units, u/m'),
    wanted('gross_weight', 'number', 'gross weight, gross, gross wt, weight in, loaded'),
    wanted('tare_weight', 'number', 'tare weight, tare, tare wt, weight out, empty'),
    wanted('net_weight', 'number', 'net weight, net, net wt'),
    wanted('weight_unit', 'unit', 'weight unit, wt unit'),
    wanted(
      'start_time',
      'time',
      `start time, time in, start, time started, arrive, arrival, in, begin, arrived, arrived location,
       time arrived, arrive location, left yard, time on`,
    ),
    wanted(
      'end_time',
      'time',
      `end time, time out, finish, stop, end, depart, departure, out, stop time, departed,
       departed location, time departed, time left, leave location, finish time, time off`,
    ),
    wanted('hours', 'number', 'hours, total hours, hrs, total hrs, hours worked'),
    wanted(
      'rate',
      'money',
      `rate, unit price, price, hourly rate, price per unit, price/gal, price/ton, price per ton, price/yd,
       tip fee/ton, tip fee, rate/ton, price per gallon, rate/hr`,
    ),
    wanted('subtotal', 'money', 'subtotal, sub total, sub-total, net amount, fuel amount, amount before tax'),
    wanted('tax', 'money', 'tax, sales tax, taxes, excise tax, state tax, gross receipts tax, tax (matl), vat, gst'),
    wanted(
      'total',
      'money',
      `total, total due, amount due, grand total, ticket total, total amount, charges, pay this amount,
       please pay, total charges, balance due, invoice total, total price, total cost`,
    ),
    wanted(
      'signed_by',
      'text',
      `signed by, signature, received by, customer signature, authorized by, print name, accepted by,
       approved by, customer rep (print name), customer rep, customer representative, received by (print name),
       authorized by (print), scaler (print), printed name, customer print name`,
    ),
  ],
  table: {
    name: 'line_items',
    columns: [
      wanted(
        'description',
        'text',
        `description, item, service, product, material, commodity, labor, equipment, description of work,
         description of work/material, description of articles, mix description, employee, item description,
         work performed, commodity description`,
      ),
      wanted(
        'quantity',
        'number',
        `quantity, qty, hours, hrs, pieces, pcs, load size, qty/hrs, units, no of units, quantity shipped`,
      ),
      wanted('unit', 'unit', 'unit, uom, u/m, type, pkg, package, packaging, um, st/ot'),
      wanted('rate', 'money', 'rate, price, unit price, each, unit cost, price each, rate/hr, unit rate'),
      wanted('amount', 'money', 'amount, total, extension, ext, line total, extended, extended price, ext price'),
    ],
  },
};

/** A field whose labels are listed with commas, the plainest wording first: it counts most where several fit. */
function wanted(name: string, type: FieldType, labels: string): Field {
  return { name, type, labels: labels.split(/,\s+/) };
}
