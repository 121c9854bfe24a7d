/** The mark: a sprout of two lobes on its stem. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className} fill="none">
      <path
        d="M16 29V13.5M16 20.5c-6.2 0-10.5-3-10.5-8.2C5.500 7.900 8.600 5 12.200 5c2.300 0 3.800 1.300 3.800 3.600"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M16 24.500c6.200 0 10.500-3.400 10.500-9.200 0-5.300-3.100-9.300-6.700-9.300-2.300 0-3.800 1.600-3.800 4v3.500"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
