/** Asks for the permission to show notifications, unless the user has decided before. Call it in a click. */
export async function askForNotifications(): Promise<void> {
  if (typeof Notification !== "undefined" && Notification.permission === "default") {
    await Notification.requestPermission();
  }
}

/**
 * Shows a notification of the browser where the user has allowed it, in the place of the one with the same tag. Some
 * browsers on phones have none without a service worker.
 */
export function showNotification(text: string, tag: string, onClick: () => void): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") {
    return;
  }
  try {
    const shown = new Notification(text, { tag, icon: "/icon-180.png" });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick();
    };
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
  }
}
