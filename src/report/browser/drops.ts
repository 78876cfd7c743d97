/**
 * Listens to files that are dropped anywhere on the page.
 *
 * @param take the files, and what they were dropped on.
 */
export function startDrops(take: (files: readonly File[], target: Element | null) => void): void {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    const { dataTransfer, target } = event;
    if (dataTransfer !== null) take([...dataTransfer.files], target instanceof Element ? target : null);
  });
}
