import { memo } from "react";
import { useChat } from "../stores/use-stores";
import { classes } from "../ui/classes";
import { AssistantMessage } from "./assistant-message";
import { UserMessage } from "./user-message";

/** One message, by its own subscription: while another grows, it is not touched. */
export const MessageRow = memo(function MessageRow({ id, last }: { id: string; last: boolean }) {
  const message = useChat((state) => state.messages[id]);
  if (!message) return null;
  return (
    <div className={classes("group/message message-row", last && "message-row-live")}>
      {message.role === "user" ? <UserMessage message={message} /> : <AssistantMessage message={message} last={last} />}
    </div>
  );
});
