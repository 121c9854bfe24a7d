import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownAddresses } from "../gate/own-addresses";
import { saying } from "../testing/fake-brain";
import { chatBytes, key, startEndpoint, type TestEndpoint, Wire } from "../testing/test-endpoint";

/** Stands for the machine's place in a network; where it is in none, a second loopback address does. */
const address = ownAddresses()[0] ?? "127.0.0.2";
let running: TestEndpoint;
beforeEach(async () => {
  running = await startEndpoint(saying("hi"));
});
afterEach(() => running.endpoint.stop());

async function statusOf(at: string, host: string, headers = [`Authorization: Bearer ${key}`]): Promise<number> {
  const lines = ["GET /v1/models HTTP/1.1", `Host: ${host}`, ...headers, "Connection: close", "", ""];
  return Number((await new Wire(running.port, at).send(lines.join("\r\n")).end()).slice(9, 12));
}

/** Whether anything listens there. */
function isOpen(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(running.port, at);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
  });
}

test("unless it is shared, nothing listens beyond loopback", async () => {
  expect(await isOpen(address)).toBe(false);
});

test("shared, it answers at its address, to that very name alone, and only with the key", async () => {
  expect(await running.endpoint.share([address])).toEqual([address]);
  const { port } = running;
  expect(await statusOf(address, `${address}:${port}`)).toBe(200);
  expect(await statusOf(address, `${address}:${port}`, [])).toBe(401);
  for (const host of [
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    address,
    `${address}:1`,
    `${address}:${port}.evil.example`,
    `evil.example:${port}`,
    `brainstem.local:${port}`,
    `10.99.98.97:${port}`,
  ]) {
    expect([host, await statusOf(address, host)]).toEqual([host, 403]);
  }
  const page = ["Origin: https://evil.example", `Authorization: Bearer ${key}`];
  expect(await statusOf(address, `${address}:${port}`, page)).toBe(403);
});

test("on loopback nothing changes: its own names are taken, the network's name is not", async () => {
  await running.endpoint.share([address]);
  const { port } = running;
  expect(await statusOf("127.0.0.1", `localhost:${port}`)).toBe(200);
  expect(await statusOf("127.0.0.1", `127.0.0.1:${port}`)).toBe(200);
  expect(await statusOf("127.0.0.1", `${address}:${port}`)).toBe(403);
});

test("no longer shared, whoever is connected from the network is cut off at once, and nobody else", async () => {
  await running.endpoint.stop();
  running = await startEndpoint(async function* (_request, signal) {
    yield { type: "accepted", backend: "fake", warm: "spare" };
    yield { type: "text", text: "begun" };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  await running.endpoint.share([address]);
  const { port } = running;
  const ask = (at: string) => {
    const bytes = chatBytes(port, { stream: true }).replace(/^Host: .*$/m, `Host: ${at}:${port}\r`);
    return new Wire(port, at).send(bytes.replace(/\r\r\n/, "\r\n"));
  };
  const far = ask(address);
  const near = ask("127.0.0.1");
  await Promise.all([far.until("begun"), near.until("begun")]);

  expect(await running.endpoint.share([])).toEqual([]);
  await far.end();
  expect(await isOpen(address)).toBe(false);
  expect(near.ended).toBe(false);
  near.socket.destroy();
});

test("stopping ends that too, and an address that is not the machine's is left out", async () => {
  expect(await running.endpoint.share([address, "192.0.2.250"])).toEqual([address]);
  await running.endpoint.stop();
  expect(await isOpen(address)).toBe(false);
  expect(await running.endpoint.share([address])).toEqual([]);
});

test("addresses of networks count; loopback, IPv6 and those without a network do not", () => {
  const each = (address: string, family: "IPv4" | "IPv6", internal = false) => ({
    ...{ address, family, internal, netmask: "", mac: "", cidr: null, scopeid: 0 },
  });
  const interfaces = {
    lo: [each("127.0.0.1", "IPv4", true)],
    wlan0: [each("192.168.1.5", "IPv4"), each("2001:db8::5", "IPv6"), each("fe80::1", "IPv6")],
    eth0: [each("169.254.7.7", "IPv4"), each("192.168.1.5", "IPv4")],
  };
  expect(ownAddresses(() => interfaces as never)).toEqual(["192.168.1.5"]);
});
