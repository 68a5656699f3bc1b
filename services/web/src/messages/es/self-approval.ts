import type { selfApproval as english } from '../en/self-approval.ts';

export const selfApproval: typeof english = {
  title: 'Aprobación',
  hint: 'Cuando el lector está seguro de cada valor de un ticket, el ticket puede aprobarse solo. Entonces nadie tiene que mirarlo.',
  types: {
    title: 'Qué tickets',
    label: '{{type}}: se aprueban solos cuando el lector está bastante seguro',
  },
  target: {
    title: 'Qué tan seguro',
    label: 'En los tickets que se aprueban solos puede haber, como mucho,',
    oneIn: '1 valor equivocado de cada {{values}}',
    strictest: 'Así se aprueban solos menos tickets.',
    usual: 'Así empieza una cuenta nueva.',
    loosest: 'Así se aprueban solos más tickets.',
  },
  measured: {
    title: 'Cómo va',
    none: 'Ningún ticket se aprobó solo en los últimos {{days}} días. Cuando haya algunos, aquí se dice qué hallaron las verificaciones al azar.',
    approved_one: 'En los últimos {{days}} días {{number}} ticket se aprobó solo.',
    approved_other: 'En los últimos {{days}} días {{number}} tickets se aprobaron solos.',
    unchecked: 'Todavía no se aprobó ninguna verificación al azar.',
    found: 'De {{checks}} con {{values}}, {{wrong}}.',
    checks_one: '{{number}} verificación al azar',
    checks_other: '{{number}} verificaciones al azar',
    values_one: '{{number}} valor',
    values_other: '{{number}} valores',
    wrong_one: '{{number}} valor estaba mal',
    wrong_other: '{{number}} valores estaban mal',
    holds: 'Eso cumple lo que elegiste.',
    tooFew: 'Es muy poco para decir si cumple lo que elegiste.',
    missed:
      'Es más de lo que elegiste. Elige menos valores equivocados o deja que los tickets pasen a revisión por un tiempo.',
  },
  means: {
    title: 'Qué significa',
    sure: 'El lector debe estar al menos {{share}} seguro de cada valor de un ticket así.',
    never: 'Tan pocos errores todavía no se pueden prometer: con esta opción ningún ticket se aprueba solo.',
    afterSaving: 'Qué tan seguro debe estar el lector de cada valor se muestra aquí después de guardar.',
    whole: 'El ticket tiene número, fecha y algunos valores más, y sus sumas cuadran.',
    untouched: 'Los tickets que quizá ya se enviaron, o que alguien corrigió, siempre pasan a revisión.',
    sampled:
      '2 de cada 100 pasan a revisión de todos modos, como verificación al azar. Muestran cuánto se equivoca el lector.',
    fromNow: 'Vale para los tickets que se lean desde ahora. Cada uno se puede reabrir, y el registro lo nombra.',
  },
};
