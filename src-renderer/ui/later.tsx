import { type ComponentType, useEffect, useState } from "react";

/** A component whose code is loaded when it is first shown, or before that by `preload`. */
export type Later<P> = ComponentType<P> & { preload: () => Promise<unknown> };

/**
 * As `lazy` of React, which would hold back what it loaded for a third of a second.
 * @param Meanwhile stands there until the code has come.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType<P> = () => null,
): Later<P> {
  let loaded: ComponentType<P> | undefined;
  const preload = async () => {
    loaded ??= await load();
    return loaded;
  };
  function Shown(props: P) {
    const [Component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (!Component) void preload().then((come) => setComponent(() => come));
    }, [Component]);
    return Component ? <Component {...props} /> : <Meanwhile {...props} />;
  }
  return Object.assign(Shown, { preload });
}
