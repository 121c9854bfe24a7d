import type { ContentBlock, Respond } from "../../src-main/demo/messages-api";
import { askedBlocks, askedText, say } from "./scripted";

export const question = "Яка погода у Софії та Києві? ☔";
export const thanks = "Дякую!";

/** What the client's function is called with, and what it gives back: a text, or an object that Pipecat writes as JSON. */
export const cities = ["Софія", "Київ «центр»"];
export const report = (city: string): string => `${city}: 14°, дощ`;
export const jsonReport = (city: string): string => `{"city": "${city}", "weather": "14°, дощ"}`;
export const finalWords = (told = report): string => `Ось: ${cities.map(told).join("; ")}. 🌧`;
export const furtherWords = "Будь ласка, звертайтеся ще!";

/** A model that asks for the weather of two cities at once, then tells what it was given. */
export function createWeatherModel(): Respond {
  let questions = 0;
  return (body) => {
    const results = askedBlocks(body).filter(({ type }) => type === "tool_result");
    if (results.length > 0 && !askedText(body).includes(thanks))
      return { steps: say(`Ось: ${results.map(resultText).join("; ")}. 🌧`, 5) };
    const tool = body.tools?.find(({ name }) => name.endsWith("get_weather"))?.name;
    if (!tool || !askedText(body).includes("погода")) return { steps: say(furtherWords, 5) };
    questions += 1;
    const calls = cities.map((city, index) => ({
      tool,
      id: `toolu_${questions}_${index}`,
      input: pieces(JSON.stringify({ city, when: "сьогодні" })),
    }));
    return { steps: [...say("Зараз подивлюся.", 5), ...calls] };
  };
}

const pieces = (json: string) => json.match(/.{1,7}/gsu) ?? [];

function resultText({ content }: ContentBlock): string {
  return typeof content === "string" ? content : (content as ContentBlock[]).map(({ text }) => text).join("");
}
