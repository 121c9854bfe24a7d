import type { ComponentType } from "react";
import { BackendsSection } from "../backends/backends-section";
import { RolesSection } from "../roles/roles-section";
import { AboutSection } from "./about/about-section";
import { AppearanceSection } from "./appearance-section";
import { BrainSection } from "./brain-section";
import { DataSection } from "./data/data-section";
import { EndpointSection } from "./endpoint-section";
import { JobsSection, SessionsSection } from "./number-sections";
import { QuickAskSection } from "./quick-ask-section";
import { StartupSection } from "./startup-section";

/**
 * The sections of the settings in their order; a line more is a section more, in the index and the palette too. Each
 * gets the id for its heading and gives it to its `Section`.
 */
export const sections = [
  { name: "brain", title: "settings.brain", Content: BrainSection },
  { name: "endpoint", title: "settings.endpoint", Content: EndpointSection },
  { name: "backends", title: "backends.title", Content: BackendsSection },
  { name: "roles", title: "roles.title", Content: RolesSection },
  { name: "sessions", title: "settings.sessions", Content: SessionsSection },
  { name: "jobs", title: "settings.jobs", Content: JobsSection },
  { name: "startup", title: "settings.startup", Content: StartupSection },
  { name: "quickAsk", title: "quickAsk.title", Content: QuickAskSection },
  { name: "appearance", title: "settings.appearance", Content: AppearanceSection },
  { name: "data", title: "data.title", Content: DataSection },
  { name: "about", title: "about.title", Content: AboutSection },
] as const satisfies readonly { name: string; title: string; Content: ComponentType<{ id: string }> }[];

export type SettingsSection = (typeof sections)[number]["name"];

/** The id of a section's heading, for whoever leads to it. */
export const headingId = (name: SettingsSection): string => `settings-${name}`;
