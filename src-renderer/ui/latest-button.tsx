import { ArrowDown } from "lucide-react";
import { Button } from "./button";

/** Floats at the lower end of a view that follows what grows, once the reader has scrolled away. */
export function LatestButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button className="pointer-events-auto animate-rise rounded-full shadow-pop" onClick={onClick}>
        <ArrowDown aria-hidden className="size-3.5" />
        {label}
      </Button>
    </div>
  );
}
