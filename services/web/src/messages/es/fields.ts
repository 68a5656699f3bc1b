import type {
  fields as englishFields,
  fieldGroups as englishGroups,
  ticketTypes as englishTypes,
} from '../en/fields.ts';

/** The fields of the built-in ticket types, as the office reads them. */
export const fields: typeof englishFields = {
  ticket_number: 'No. de ticket',
  date: 'Fecha',
  company: 'Compañía',
  customer: 'Cliente',
  job_name: 'Trabajo',
  job_number: 'No. de trabajo',
  location: 'Lugar',
  address: 'Dirección',
  po_number: 'No. de PO',
  afe_number: 'No. de AFE',
  driver: 'Chofer',
  truck_number: 'Camión',
  trailer_number: 'Remolque',
  material: 'Material',
  quantity: 'Cantidad',
  unit: 'Unidad',
  gross_weight: 'Bruto',
  tare_weight: 'Tara',
  net_weight: 'Neto',
  weight_unit: 'Unidad de peso',
  start_time: 'Inicio',
  end_time: 'Fin',
  hours: 'Horas',
  rate: 'Tarifa',
  subtotal: 'Subtotal',
  tax: 'Impuesto',
  total: 'Total',
  signed_by: 'Firmado por',
  line_items: {
    description: 'Descripción',
    quantity: 'Cantidad',
    unit: 'Unidad',
    rate: 'Tarifa',
    amount: 'Importe',
  },
};

export const fieldGroups: typeof englishGroups = {
  ticket: 'Ticket',
  people: 'Personas y lugar',
  material: 'Material y pesos',
  money: 'Tiempo y dinero',
  line_items: 'Renglones',
};

export const ticketTypes: typeof englishTypes = { field_ticket: 'Tickets de campo', receipt: 'Recibos' };
