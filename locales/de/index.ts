import about from "./about.json";
import activity from "./activity.json";
import agents from "./agents.json";
import app from "./app.json";
import backends from "./backends.json";
import brain from "./brain.json";
import chat from "./chat.json";
import composer from "./composer.json";
import connect from "./connect.json";
import conversations from "./conversations.json";
import data from "./data.json";
import endpoint from "./endpoint.json";
import errors from "./errors.json";
import form from "./form.json";
import jobs from "./jobs.json";
import lan from "./lan.json";
import models from "./models.json";
import onboarding from "./onboarding.json";
import options from "./options.json";
import pages from "./pages.json";
import palette from "./palette.json";
import quickAsk from "./quickAsk.json";
import roles from "./roles.json";
import settings from "./settings.json";
import shell from "./shell.json";
import shortcuts from "./shortcuts.json";
import storage from "./storage.json";
import usage from "./usage.json";
import welcome from "./welcome.json";

/** All texts of the window in German, a file a topic. */
export default {
  about,
  activity,
  agents,
  app,
  backends,
  brain,
  chat,
  composer,
  connect,
  conversations,
  data,
  endpoint,
  errors,
  form,
  jobs,
  lan,
  models,
  onboarding,
  options,
  pages,
  palette,
  quickAsk,
  roles,
  settings,
  shell,
  shortcuts,
  storage,
  usage,
  welcome,
};
