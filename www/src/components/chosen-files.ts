/** The files that were chosen in a file input, which is then ready to be given the same ones again. */
export function chosenFiles(event: Event): File[] {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  input.value = "";
  return files;
}
