/** The print button of a letter; without scripts the menu of the browser prints it. */
const button = document.querySelector<HTMLButtonElement>('[data-print]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

export {};
