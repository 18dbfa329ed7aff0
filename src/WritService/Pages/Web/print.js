// The picture of a fingerprint, as it comes from a file or the camera.
const LARGEST = 1e6, MOST_PIXELS = 4e6, SIDE = 1600;

/** { image: base64 } of a PNG or JPEG within the service's bounds, drawn on the canvas for the person to see; null when it is no picture. */
export async function readPrint(file, canvas) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  // Evidence stays as the device made it, unless it is larger than an archive can hold.
  const fits = (file.type === "image/png" || file.type === "image/jpeg") && file.size <= LARGEST && picture.width * picture.height <= MOST_PIXELS && Math.max(picture.width, picture.height) <= 4000;
  const kept = fits ? file : await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.92));
  return { image: toBase64(new Uint8Array(await kept.arrayBuffer())) };
}

function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
