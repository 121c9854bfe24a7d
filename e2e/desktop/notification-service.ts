import dbus from "dbus-next";

const NAME = "org.freedesktop.Notifications";

/** What programs of the session told the person. */
export interface NotificationService {
  shown: { title: string; body: string }[];
  close(): void;
}

/** Becomes the notification service of the session bus at `busAddress`. */
export async function openNotificationService(busAddress: string): Promise<NotificationService> {
  const bus = dbus.sessionBus({ busAddress });
  const service = new Notifications(NAME);
  bus.export("/org/freedesktop/Notifications", service);
  await bus.requestName(NAME, 0);
  return { shown: service.shown, close: () => bus.disconnect() };
}

class Notifications extends dbus.interface.Interface {
  readonly shown: { title: string; body: string }[] = [];

  Notify(_app: string, _replaces: number, _icon: string, title: string, body: string): number {
    this.shown.push({ title, body });
    return this.shown.length;
  }

  CloseNotification(): void {}

  GetCapabilities(): string[] {
    return ["body"];
  }

  GetServerInformation(): string[] {
    return ["Test desktop", "Brainstem", "1", "1.2"];
  }
}

Notifications.configureMembers({
  methods: {
    Notify: { inSignature: "susssasa{sv}i", outSignature: "u" },
    CloseNotification: { inSignature: "u" },
    GetCapabilities: { outSignature: "as" },
    GetServerInformation: { outSignature: "ssss" },
  },
});
