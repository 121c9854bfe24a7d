import { execFile } from "node:child_process";

/** Presses keys on the display as a keyboard does, through the X server's XTEST; names are X's, e.g. `Control_L`. */
const program = `
import ctypes, sys
x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XStringToKeysym.restype = ctypes.c_ulong
display = ctypes.c_void_p(x11.XOpenDisplay(None))
codes = [x11.XKeysymToKeycode(display, ctypes.c_ulong(x11.XStringToKeysym(name.encode()))) for name in sys.argv[1:]]
assert all(codes), codes
for code in codes: xtst.XTestFakeKeyEvent(display, code, 1, 0)
for code in reversed(codes): xtst.XTestFakeKeyEvent(display, code, 0, 0)
x11.XSync(display, 0)
`;

/** Rejects with what the system said where it has no XTEST. */
export function pressKeys(...names: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile("python3", ["-c", program, ...names], (error, _stdout, stderr) =>
      error ? reject(new Error(stderr || error.message)) : resolve(),
    );
  });
}
