/** Markdown that is easily shown as one thing and then another while it grows, by what it is. */
export const constructs: Record<string, string> = {
  "rules under words": "Title\n=====\n\nText\n---\nmore\n\ntwo\nlines\n-----\n* * *\n- - -\n+1\nend",
  "words in brackets": "a[i][j], f(x)[0] = [1, [3]] and [ ] x ![no] ! [b](c) - [d]",
  links: 'the [page](https://e.com/a_b "T"), [**d**](https://e.f) **[g](https://h.i)**, ![alt](https://a.b/c.png).',
  addresses: "https://a.b/c_d_e*f and **www.x.yz**, <https://a.bc/d>, me@x.yz. http://q",
  notes: "a note[^1] b and another[^2].\n\n[^1]: words\n[^2]: more *words*\n",
  "HTML-like words":
    "<b>b</b> a <br> b, a < b and c<d>e</d>,\n\n<details>\n<summary>**x** y</summary>\n\ny\n</details>\n",
  "ends of lines": "line  \nnext\\\nthird\nC:\\dir\\*.txt \\* \\_ \\[x\\] `a\\`",
  tildes: "a ~x~ b ~~y~~ c ~5 d 20~25\n\n~~~js\nx = `a`\n~~~\n\nb",
  "indented code": "w\n\n    code **a\n    more `b\n\nafter *c*\n\n- d\n\n    **e** f",
  tables: "| a | b |\n| - | - |\n| `x` | **b** |\n| c\n| d | e | f |\n\n| none\n\n|x|\n\nA or B | C\nand on",
  lists:
    "- a\n    - b\n        - c\n- d\n\n  e\n---\n1. one\n\n   ```py\n   x = 1\n   ```\n2. two\n   | a | b |\n   |---|---|\n",
  numbers: "words\n2. x\n\n2. two\n10. ten\n    - in\n      1. deep\n\n1986 was\n-1 degrees\n- -1\n- 1. b\n1) c",
  tasks: "- [ ] todo\n- [x] **done**\n- [a](https://b.c)\n- [z]\n* star\n*em*\n**s** t\n",
  quotes: "> a\nlazy\n> - q\n>   > deep\n>\n> **b**\n> # h\n\n> > two\n> one\n\n- > q\n- # h\n- ```\n  c\n  ```\n",
  emphasis:
    "He *\"hi\"*, **'x'** 5 * 3 = 15 * 1, __init__.py, *a **b** c*, **a *b* c**, ***x** y*, ~~**z**~~ **`c`** _v_ a_b_c",
  "emphasis over lines": "*em over\nline* and **bold\nover** `code\nover` and ``a ` b`` ```c``` d",
  "formulas and prices": "It is $5 and $x_1*y_2$ is **$a*b$**, \\(a\\) or $10.50, $PATH\n\n$$\na_1\n$$\n\nand $20, $30",
  "names of letters": "&amp; &copy; &nope; R&D a & b",
  headings: "# One\n\n## *Two* ##\n#not\n####### seven\nText # x\n#\n\nEnd!",
  fences: "```\na\n```b\n\n``\n```\n````md\n```\nin\n```\n````\n**d**",
};

/** What cannot be known before: the words that are read as something else then, once, and where. */
export const unknowable: [text: string, becomes: string][] = [
  ["a [x][r] b\n\n[r]: https://e.com/a\n", "[ became x"],
  ["Name | Age\n:-- | --:\nx | 3\n", "N became N in table th"],
  ["*never closed\n\nend", "n in em became *"],
  ["a `b\n\nend", "b in code became `"],
];
