/** As a `ref`, for what takes the place of what had the focus: reading and tabbing go on there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
