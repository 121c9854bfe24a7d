import { plainInput } from "./plain-input";

/** All that a tool was or would be called with. */
export function ToolInput({ input }: { input: object }) {
  return (
    <dl className="flex flex-col gap-1.5">
      {plainInput(input).map(({ name, text }) => (
        <div key={name}>
          <dt className="text-xs text-faint">{name}</dt>
          <dd
            dir="ltr"
            tabIndex={0}
            className="max-h-56 overflow-y-auto rounded-lg border border-line bg-canvas px-2.5 py-1.5 font-mono text-xs whitespace-pre-wrap select-text [overflow-wrap:anywhere]"
          >
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
