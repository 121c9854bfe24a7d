/** Whether the session is one in which the system decides who hears keys while another app is used. */
export function isWayland(env: NodeJS.ProcessEnv): boolean {
  return process.platform === "linux" && (env["XDG_SESSION_TYPE"] === "wayland" || Boolean(env["WAYLAND_DISPLAY"]));
}
