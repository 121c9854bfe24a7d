/** An answer with one of each thing that Markdown has. */
export const structured = `## A plan

Some **bold words**, *soft ones* and a [link](https://example.com/a) with \`code\`.

| Step | Time |
| --- | --- |
| one | $5 |
| two | about 2 s |

\`\`\`python
print("hello")
\`\`\`

- first
- second with \\(x_1 + x_2\\)

$$
\\frac{a}{b}
$$

1. one
2. two

Done.`;
