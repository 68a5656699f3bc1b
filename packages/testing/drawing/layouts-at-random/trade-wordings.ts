/**
 * What tickets of the trades call each field, the most usual first: of scales, quarries, landfills, haulers, concrete and fuel deliveries, water hauling,
 * oilfield services, time and material work and bills of lading. Collected from the trades' habits, not from the reader's own labels,
 * so that it also holds wordings that the reader does not know.
 */
export const wordings: Record<string, readonly string[]> = {
  ticket_number:
    list(`Ticket No.|Ticket #|Ticket Number|No.|Nº|Invoice No.|Delivery Ticket No.|Load Ticket #|Scale Ticket No.|Slip No.|
    Doc. No.|Receipt No.|Tkt #|Haul Ticket No.|Daily Ticket No.|Ticket|Ticket ID|Control No.`),
  date: list(`Date|Ticket Date|Delivery Date|Service Date|Date of Service|Ship Date|Work Date|Date Out|Load Date|Date Loaded|Haul Date|
    Weigh Date|Job Date|Date Hauled|Date Performed|Date|Date|Today's Date`),
  company: list('Carrier|Hauler|Vendor|Contractor|Company|Hauling Co.|Trucking Co.'),
  customer:
    list(`Customer|Sold To|Bill To|Deliver To|Ship To|Consignee|Client|Customer Name|Charge To|Purchaser|Billed To|Hauled For|
    Delivered To|Customer|Account Name|Name|For`),
  job_name: list(
    `Job|Job Name|Project|Project Name|Job Site|Jobsite|Job / Project|Site Name|Project/Job|Job Description`,
  ),
  job_number: list(
    `Job No.|Job #|Project No.|Contract No.|W.O. #|Work Order|Cust. Job #|Job Code|WO Number|Proj. #|Job Number`,
  ),
  location:
    list(`Location|Delivery Address|Site|County|Lease|Lease Name|Well Name|Lease / Well|Well Name & No.|Job Location|Destination|
    Jobsite Address|Address|Origin|Pit|Facility|Site Location|Ship To Address|Dump Site|Unloaded At|Pad / Location|Where Delivered`),
  po_number: list(
    `P.O. No.|PO #|P.O. Number|Purchase Order|Customer PO|Cust. P.O. #|PO|P.O.|Purchase Order No.|Customer Order No.|P.O.#`,
  ),
  afe_number: list('AFE|AFE #|AFE No.|AFE Number|A.F.E.|AFE / Cost Code'),
  driver: list(
    `Driver|Driver Name|Hauled By|Delivered By|Truck Driver|Driver (Print)|Driver's Name|Transported By|Driver|Driver/Oper.`,
  ),
  truck_number:
    list(`Truck|Truck No.|Truck #|Unit #|Unit No.|Vehicle|Vehicle ID|Tractor|Tractor #|Trk #|Veh. No.|Truck/Unit|Power Unit|
    Truck ID|Truck Number|Equip. No.`),
  trailer_number: list('Trailer|Trailer No.|Trailer #|Trlr #|Trl|Trailer Number|Tanker No.|Trailer/Pup|Trlr.'),
  material:
    list(`Material|Product|Commodity|Description|Material Description|Type of Material|Product Name|Item|Type of Load|
    Material Hauled|Load Description|Matl.|Product Hauled|Product/Material`),
  unit: list('Unit|UOM|U/M|Units|Unit of Measure|Un.'),
  gross_weight: list(
    'Gross|Gross Wt.|Gross Weight|Weight In|Loaded Wt.|Loaded|Gross Wt|Heavy Wt.|Full Weight|Gross|Gross',
  ),
  tare_weight: list('Tare|Tare Wt.|Tare Weight|Weight Out|Empty Wt.|Empty|Tare Wt|Light Wt.|Empty Weight|Tare|Tare'),
  net_weight: list('Net|Net Wt.|Net Weight|Net Weight|Net Wt.|Net|Net Wt|Net Wt.|Net Weight|Net|Net Load'),
  weight_unit: list('Wt. Unit|Weight Unit|Wt UOM'),
  start_time:
    list(`Time In|Start Time|Start|Time Started|Arrive|Arrival|Arrived Job|Begin|Time On|Arrive Loc.|On Location|Time In|
    Time Start|Check In|Work Began`),
  end_time:
    list(`Time Out|End Time|Stop|Time Finished|Depart|Departure|Left Job|End|Time Off|Leave Loc.|Off Location|Time Out|
    Time Stop|Check Out|Work Ended`),
  hours: list('Hours|Total Hours|Hrs|Total Hrs.|Hours Worked|Hrs. Charged|Billable Hours|Time (Hrs)|Hours on Job'),
  rate: list('Rate|Unit Price|Price|Rate|Price Per Unit|Unit Rate|Haul Rate'),
  subtotal: list(
    `Subtotal|Sub-Total|Sub Total|Amount|Net Amount|Amount Before Tax|Taxable Amount|Material Total|Extension`,
  ),
  tax: list('Tax|Sales Tax|State Tax|Tax 8.25%|Taxes|Tax Amount|Sales Tax (7.5%)|County Tax|State & Local Tax|GRT'),
  total:
    list(`Total|Total Due|Amount Due|Grand Total|Total Amount|Total Charge|Balance Due|Ticket Total|Pay This Amount|TOTAL $|
    Invoice Total|Total Charges|Total Price`),
  signed_by:
    list(`Received By|Signature|Print Name|Customer Signature|Authorized By|Accepted By|Approved By|Customer Rep.|Name (Print)|
    Received By (Print)|Foreman|Company Man|Superintendent|Customer (Print)|Received in good order by|Authorized Agent`),
};

/** What a ticket calls an amount depends on what it is counted in. */
export const quantityWordings: Record<string, readonly string[]> = {
  TON: list('Net Tons|Tons|Quantity|Qty|Tonnage|Total Tons|Billing Qty|Quantity'),
  CY: list('Yards|Load Size|Cubic Yards|Yds. Delivered|Qty Shipped|Quantity|Load Qty|Total Yards'),
  BBL: list('Barrels|BBLs|Total BBLs|Volume|Bbls Hauled|Net Bbl|Quantity|Bbls. Loaded'),
  GAL: list('Gallons|Net Gallons|Gals. Delivered|Gallons Delivered|Qty|Quantity|Total Gallons|Amount Delivered'),
  LOAD: list('Loads|No. of Loads|Total Loads|# Loads|Number of Loads'),
  EA: list('Total Pieces|Pieces|No. of Pcs|Total Units|Pcs.|Total Pkgs'),
};

export const rateWordings: Record<string, readonly string[]> = {
  TON: list('Price/Ton|Rate/Ton|Price Per Ton|Per Ton|Tip Fee|$/Ton'),
  CY: list('Price/Yd|Price Per Yard|Per CY|$/CY'),
  BBL: list('Rate/BBL|Price/BBL|Per BBL|$/Bbl'),
  GAL: list('Price/Gal|Price Per Gallon|$/Gal|Per Gallon'),
  HR: list('Rate/Hr|Hourly Rate|Rate Per Hour|$/Hr'),
};

export const columnWordings: Record<string, readonly string[]> = {
  description:
    list(`Description|Item|Service|Material|Product|Labor / Equipment|Description of Work|Item Description|Work Performed|
    Description of Articles|Commodity|Materials Used|Services Rendered|Employee / Equipment`),
  quantity: list('Qty|Quantity|Hours|Hrs|Pieces|Qty/Hrs|No. Units|Qty.|Amount Used'),
  unit: list('Unit|UOM|U/M|Type|Per|Units'),
  rate: list('Rate|Price|Unit Price|Each|Unit Cost|Price Each|Rate/Hr|Unit Rate|@'),
  amount: list('Amount|Total|Extension|Ext.|Line Total|Extended|Ext. Price|Charge'),
};

export const titles: Record<string, readonly string[]> = {
  scale: list(
    'Scale Ticket|Weight Ticket|Load Ticket|Weighmaster Certificate|Truck Scale|Material Ticket|Scale House Receipt',
  ),
  haul: list('Haul Ticket|Truck Ticket|Load Sheet|Trucking Ticket|Daily Haul Ticket|Dump Truck Ticket'),
  concrete: list('Delivery Ticket|Ready Mix Delivery|Concrete Ticket|Batch Ticket|Load Ticket'),
  water: list('Water Hauling Ticket|Run Ticket|Fluid Ticket|Disposal Ticket|Water Transfer Ticket|Vacuum Truck Ticket'),
  fuel: list('Fuel Delivery|Delivery Receipt|Fuel Ticket|Metered Delivery Ticket|Bulk Fuel Invoice'),
  service: list('Field Ticket|Service Ticket|Work Ticket|Field Service Report|Daily Work Ticket|Service Order'),
  time: list('Time & Material Ticket|T&M Ticket|Extra Work Ticket|Daily Work Report|Time and Materials'),
  lading: list('Bill of Lading|Straight Bill of Lading|Freight Bill|Shipping Ticket|Delivery Receipt'),
};

function list(text: string): string[] {
  return text.split('|').map((wording) => wording.trim());
}
