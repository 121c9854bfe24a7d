"""A Pipecat agent that calls a function: Brainstem's model asks for it, it runs here, the answer goes on with its result.

pip install "pipecat-ai[openai]"
BRAINSTEM_API_KEY=… python pipecat_functions.py "What is the weather in Sofia and in Kyiv?"

The wiring is that of pipecat_agent.py; what is new are the function and the context that offers it.
"""

import asyncio
import os
import sys

from loguru import logger
from pipecat.adapters.llm.schemas.function_schema import FunctionSchema
from pipecat.adapters.llm.schemas.tools_schema import ToolsSchema
from pipecat.frames.frames import Frame, LLMMessagesAppendFrame, LLMTextFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.services.llm_service import FunctionCallParams
from pipecat.services.openai.llm import OpenAILLMService
from pipecat.workers.runner import WorkerRunner


async def get_weather(params: FunctionCallParams):
    """Stands for a request to a weather service, which takes its time."""
    city = params.arguments["city"]
    print(f"[{params.function_name} {city}] ", end="", flush=True)
    await asyncio.sleep(0.5)
    await params.result_callback({"city": city, "weather": "14°, дощ"})


weather = FunctionSchema(
    name="get_weather",
    description="Weather of a city.",
    properties={"city": {"type": "string"}, "when": {"type": "string"}},
    required=["city"],
    handler=get_weather,
)


class Printer(FrameProcessor):
    """Shows each piece of the answer at once, where a voice agent would speak it."""

    async def process_frame(self, frame: Frame, direction: FrameDirection):
        await super().process_frame(frame, direction)
        if isinstance(frame, LLMTextFrame):
            print(frame.text, end="", flush=True)
        await self.push_frame(frame, direction)


async def main(questions: list[str]) -> int:
    llm = OpenAILLMService(
        base_url=os.environ.get("BRAINSTEM_BASE_URL", "http://127.0.0.1:7411/v1"),
        api_key=os.environ["BRAINSTEM_API_KEY"],
        settings=OpenAILLMService.Settings(
            model=os.environ.get("BRAINSTEM_MODEL", "claude-sonnet-4-6"),
            system_instruction="You are a friendly voice assistant. Answer in one or two short sentences.",
        ),
    )
    context = LLMContext(tools=ToolsSchema(standard_tools=[weather]))
    aggregators = LLMContextAggregatorPair(context)
    pipeline = Pipeline([aggregators.user(), llm, Printer(), aggregators.assistant()])
    worker = PipelineWorker(pipeline)
    runner = WorkerRunner(handle_sigint=True)
    answered = asyncio.Event()
    failures: list[str] = []

    @aggregators.assistant().event_handler("on_assistant_turn_stopped")
    async def on_answer(_aggregator, _message):
        # After function calls the answer comes in a turn of its own, once their results are there.
        if not aggregators.assistant().has_function_calls_in_progress:
            answered.set()

    @worker.event_handler("on_pipeline_error")
    async def on_error(_worker, frame):
        failures.append(frame.error)
        answered.set()

    async def converse():
        for question in questions:
            print(f"> {question}\n< ", end="", flush=True)
            answered.clear()
            await worker.queue_frame(
                LLMMessagesAppendFrame([{"role": "user", "content": question}], run_llm=True)
            )
            await answered.wait()
            print(flush=True)
            if failures:
                break
        await worker.stop_when_done()

    await runner.add_workers(worker)
    await asyncio.gather(runner.run(), converse())
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    logger.remove()
    logger.add(sys.stderr, level="WARNING")
    sys.exit(asyncio.run(main(sys.argv[1:] or ["What is the weather in Sofia and in Kyiv?"])))
