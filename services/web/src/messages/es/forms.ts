import type { forms as english } from '../en/forms.ts';

export const forms: typeof english = {
  title: 'Formatos aprendidos',
  hint: 'Cada ticket aprobado le enseña al lector dónde están los valores en ese formato impreso. El siguiente ticket del mismo se lee mejor. Lo aprendido aquí se queda en esta cuenta.',
  noIssuer: 'Sin nombre encontrado',
  fromTickets_one: 'De {{number}} ticket aprobado',
  fromTickets_other: 'De {{number}} tickets aprobados',
  fieldCount_one: '{{number}} campo',
  fieldCount_other: '{{number}} campos',
  columns: { issuer: 'Formato de', tickets: 'Tickets', fields: 'Campos', learned: 'Aprendido' },
  noneTitle: 'Todavía no se conoce ningún formato',
  noneHint: 'Aprueba un ticket en revisión: poco después su formato aparece aquí.',
  noneAction: 'Ir a revisión',
  forget: {
    open: 'Olvidar',
    openWhat: 'Olvidar este formato: {{name}}',
    title: '¿Olvidar el formato de {{name}}?',
    hint_one:
      'Se pierde lo que {{count}} ticket aprobado enseñó sobre este formato, y los siguientes se leen como el primer día. Los tickets y sus valores quedan como están. El próximo ticket aprobado lo enseña de nuevo.',
    hint_other:
      'Se pierde lo que {{count}} tickets aprobados enseñaron sobre este formato, y los siguientes se leen como el primer día. Los tickets y sus valores quedan como están. El próximo ticket aprobado lo enseña de nuevo.',
    submit: 'Olvidar este formato',
    done: 'El formato de {{name}} se olvidó.',
  },
};
