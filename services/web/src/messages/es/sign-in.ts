import type { signIn as english } from '../en/sign-in.ts';

export const signIn: typeof english = {
  title: 'Iniciar sesión',
  email: 'Correo',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  hidePassword: 'Ocultar la contraseña',
  code: 'Código de tu aplicación',
  codeHint: 'Los seis dígitos que muestra ahora tu aplicación de códigos.',
  submit: 'Iniciar sesión',
  wrong: 'Ese correo y esa contraseña no van juntos.',
  tooMany: 'Demasiados intentos. Espera un minuto y prueba otra vez.',
  missing: 'Escribe tu correo y tu contraseña.',
  promise: 'Toma la foto de un ticket de papel y recibe un registro revisado.',
  demoTitle: 'Demostración en esta computadora',
  demoHint: 'Inicia sesión con un toque:',
  demoRoles: {
    owner: { name: 'Dueño', does: 've todo' },
    office: { name: 'Oficina', does: 'revisa tickets' },
    crew: { name: 'Cuadrilla', does: 'toma fotos de tickets' },
  },
};
