/** The part of the Barcode Detection API that this page uses. TypeScript's library does not describe it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
}

/** Whether this browser can read codes with its camera. Others have the field, which hand-held scanners type into. */
export function canReadCodes(): boolean {
  return detectorClass() !== undefined && "mediaDevices" in navigator;
}

const INTERVAL = 250;

/** Reports the QR codes that the camera behind the screen sees, several times a second, until it is aborted. */
export async function readCodes(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onSight: (codes: string[]) => void,
): Promise<void> {
  const Detector = detectorClass();
  if (Detector === undefined) {
    return;
  }
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const isOver = () => signal.aborted;
  const stop = () => camera.getTracks().forEach((track) => track.stop());
  if (isOver()) {
    stop();
    return;
  }
  signal.addEventListener("abort", stop);
  try {
    video.srcObject = camera;
    await video.play();
    const detector = new Detector({ formats: ["qr_code"] });
    while (!isOver()) {
      const codes = await detector.detect(video);
      if (!isOver()) {
        onSight(codes.map(({ rawValue }) => rawValue));
      }
      await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    }
  } finally {
    stop();
  }
}
