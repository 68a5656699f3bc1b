/** The fields of the built-in ticket types, as the office reads them. */
export const fields = {
  ticket_number: 'Ticket no.',
  date: 'Date',
  company: 'Company',
  customer: 'Customer',
  job_name: 'Job',
  job_number: 'Job no.',
  location: 'Location',
  address: 'Address',
  po_number: 'PO no.',
  afe_number: 'AFE no.',
  driver: 'Driver',
  truck_number: 'Truck',
  trailer_number: 'Trailer',
  material: 'Material',
  quantity: 'Quantity',
  unit: 'Unit',
  gross_weight: 'Gross',
  tare_weight: 'Tare',
  net_weight: 'Net',
  weight_unit: 'Weight unit',
  start_time: 'Start',
  end_time: 'End',
  hours: 'Hours',
  rate: 'Rate',
  subtotal: 'Subtotal',
  tax: 'Tax',
  total: 'Total',
  signed_by: 'Signed by',
  line_items: {
    description: 'Description',
    quantity: 'Quantity',
    unit: 'Unit',
    rate: 'Rate',
    amount: 'Amount',
  },
};

export const fieldGroups = {
  ticket: 'Ticket',
  people: 'People and place',
  material: 'Material and weights',
  money: 'Time and money',
  line_items: 'Line items',
};

/** The built-in ticket types by their keys, several of each. */
export const ticketTypes = { field_ticket: 'Field tickets', receipt: 'Receipts' };
