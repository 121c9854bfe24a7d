import { EventEmitter } from "node:events";
import dbus, { type MessageBus, type Variant } from "dbus-next";
import { type MenuItem, type MenuNode, menuItem } from "./tray-menu-layout";

const { Message } = dbus;
const WATCHER = "org.kde.StatusNotifierWatcher";
const ITEM = "org.kde.StatusNotifierItem";
const MENU = "com.canonical.dbusmenu";

/** The tray as a desktop's panel has it: programs register their icons here, and it reads and clicks them. */
export interface TrayPanel {
  /** The icon of a process; waits until it is there. */
  icon(pid: number): Promise<TrayIcon>;
  close(): void;
}

/** One icon of the tray. All of it is asked anew at each call. */
export interface TrayIcon {
  tooltip(): Promise<string>;
  /** Pixels of the largest picture, as one hex string: equal when the pictures are. */
  picture(): Promise<string>;
  menu(): Promise<MenuItem[]>;
  /** Clicks the entry with this label; throws when it is not in the menu. */
  click(label: string): Promise<void>;
}

/** Becomes the panel of the session bus at `busAddress`. */
export async function openTrayPanel(busAddress: string): Promise<TrayPanel> {
  const bus = dbus.sessionBus({ busAddress });
  const watcher = new Watcher(WATCHER);
  bus.export("/StatusNotifierWatcher", watcher);
  const owned = await bus.requestName(WATCHER, 0);
  if (owned !== dbus.RequestNameReply.PRIMARY_OWNER) {
    throw new Error("This session bus has a tray already: run these tests with `npm test -- e2e`.");
  }

  return {
    async icon(pid) {
      const name = await watcher.itemOf(pid);
      return trayIcon(bus, name);
    },
    close: () => bus.disconnect(),
  };
}

/** The part of the watcher that programs talk to. */
class Watcher extends dbus.interface.Interface {
  readonly RegisteredStatusNotifierItems: string[] = [];
  readonly IsStatusNotifierHostRegistered = true;
  readonly ProtocolVersion = 0;

  private readonly events = new EventEmitter();

  RegisterStatusNotifierItem(name: string): void {
    this.RegisteredStatusNotifierItems.push(name);
    this.events.emit("registered");
  }

  RegisterStatusNotifierHost(): void {}

  async itemOf(pid: number): Promise<string> {
    const find = () => this.RegisteredStatusNotifierItems.find((name) => name.startsWith(`${ITEM}-${pid}-`));
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => this.events.once("registered", resolve));
    }
  }
}

Watcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: "as", access: "read" },
    IsStatusNotifierHostRegistered: { signature: "b", access: "read" },
    ProtocolVersion: { signature: "i", access: "read" },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: "s" },
    RegisterStatusNotifierHost: { inSignature: "s" },
  },
});

function trayIcon(bus: MessageBus, destination: string): TrayIcon {
  const call = async (path: string, iface: string, member: string, signature: string, body: unknown[]) => {
    const reply = await bus.call(new Message({ destination, path, interface: iface, member, signature, body }));
    return reply?.body ?? [];
  };
  const property = async <T>(name: string): Promise<T> => {
    const [value] = await call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "ss", [ITEM, name]);
    return (value as Variant<T>).value;
  };
  const menu = async () => {
    const path = await property<string>("Menu");
    const [, root] = await call(path, MENU, "GetLayout", "iias", [0, -1, []]);
    return { path, items: (root as MenuNode)[2].map((child) => menuItem(child.value)) };
  };

  return {
    async tooltip() {
      const [, , title] = await property<[string, unknown[], string, string]>("ToolTip");
      return title;
    },
    async picture() {
      const pictures = await property<[number, number, Uint8Array][]>("IconPixmap");
      const largest = pictures.sort((a, b) => b[0] - a[0])[0];
      return Buffer.from(largest?.[2] ?? []).toString("hex");
    },
    menu: async () => (await menu()).items,
    async click(label) {
      const attempt = async () => {
        const { path, items } = await menu();
        const item = items.find((each) => each.label === label);
        if (!item) throw new Error(`"${label}" is not in the menu: ${items.map((each) => each.label).join(", ")}`);
        await call(path, MENU, "Event", "isvu", [item.id, "clicked", new dbus.Variant("s", ""), 0]);
      };
      // A menu that changed between being read and being clicked knows the entry by another number: look again.
      await attempt().catch((error: unknown) => {
        if (error instanceof dbus.DBusError) return attempt();
        throw error;
      });
    },
  };
}
