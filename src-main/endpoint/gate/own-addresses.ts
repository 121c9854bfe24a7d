import { networkInterfaces } from "node:os";

/**
 * Where other computers of the network reach this one: the IPv4 addresses of its interfaces. IPv6 is left out, since
 * its addresses are often open to the whole internet, and so are those that a machine without a network gives itself.
 */
export function ownAddresses(interfaces: typeof networkInterfaces = networkInterfaces): string[] {
  const all = Object.values(interfaces()).flatMap((each) => each ?? []);
  const useful = all.filter(
    ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
  );
  return [...new Set(useful.map(({ address }) => address))];
}
