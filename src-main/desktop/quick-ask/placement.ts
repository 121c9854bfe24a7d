/** Size in pixels that do not depend on the screen's density. */
const quickAskWidth = 640;
const lowest = 72;
const highest = 560;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the window stands on a screen: in the middle, above the eye's centre, never past an edge. */
export function placeOn(screen: Area, height = lowest): Area {
  const width = Math.min(quickAskWidth, screen.width);
  return {
    x: Math.round(screen.x + (screen.width - width) / 2),
    y: Math.round(screen.y + screen.height * 0.2),
    width,
    height: fitting(screen, height),
  };
}

/** The height that its page wants, as far as the screen has it below where the window stands. */
export function fitting(screen: Area, height: number): number {
  return Math.round(Math.max(lowest, Math.min(height, highest, screen.height * 0.75)));
}
