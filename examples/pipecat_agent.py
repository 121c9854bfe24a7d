"""A Pipecat agent whose brain is Brainstem: text in, words out as they are generated.

pip install "pipecat-ai[openai]"
BRAINSTEM_API_KEY=… python pipecat_agent.py "Hello!" "What did I just say?"

For a voice agent put a transport and speech-to-text before the user aggregator, and text-to-speech and the
transport's output before the assistant aggregator; the service stays as it is here.
"""

import asyncio
import os
import sys

from loguru import logger
from pipecat.frames.frames import Frame, LLMMessagesAppendFrame, LLMTextFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.services.openai.llm import OpenAILLMService
from pipecat.workers.runner import WorkerRunner


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
    aggregators = LLMContextAggregatorPair(LLMContext())
    pipeline = Pipeline([aggregators.user(), llm, Printer(), aggregators.assistant()])
    worker = PipelineWorker(pipeline)
    runner = WorkerRunner(handle_sigint=True)
    answered = asyncio.Event()
    failures: list[str] = []

    @aggregators.assistant().event_handler("on_assistant_turn_stopped")
    async def on_answer(_aggregator, _message):
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
    sys.exit(asyncio.run(main(sys.argv[1:] or ["Hello! I am Olena.", "What is my name?"])))
