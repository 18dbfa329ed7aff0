// Files in and out: chosen, dropped, saved.

/** Calls back with a PDF that is chosen or dropped anywhere on the page. */
export function takeFiles(input, zone, taken) {
  input.addEventListener("change", () => {
    if (input.files.length) taken(input.files[0]);
    input.value = "";
  });
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, event => { event.preventDefault(); zone.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) document.addEventListener(kind, event => { event.preventDefault(); zone.classList.remove("over"); });
  document.addEventListener("drop", event => { if (event.dataTransfer.files.length) taken(event.dataTransfer.files[0]); });
}

/** Hands a file to the person. */
export function saveFile(name, content, type) {
  const link = document.createElement("a"), address = URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
