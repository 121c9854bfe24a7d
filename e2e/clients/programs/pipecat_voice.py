"""A voice agent as Pipecat builds one, but for the ears and the mouth: its speech is silence that takes its time.

Argument: a JSON list of what the person says, in turn: {"say": …, "until": what has to be heard before the person goes
on, "calls": how many functions have to run by then}. Whoever speaks while the bot does interrupts it. Prints what was heard after each as a JSON list.
"""

import asyncio
import json
import os
import sys

from loguru import logger
from pipecat.adapters.llm.schemas.function_schema import FunctionSchema
from pipecat.adapters.llm.schemas.tools_schema import ToolsSchema
from pipecat.frames.frames import (
    ProposedUserStartedSpeakingFrame,
    ProposedUserStoppedSpeakingFrame,
    TranscriptionFrame,
    TTSAudioRawFrame,
    TTSTextFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import (
    LLMContextAggregatorPair,
    LLMUserAggregatorParams,
)
from pipecat.processors.frame_processor import FrameProcessor
from pipecat.services.openai.llm import OpenAILLMService
from pipecat.services.settings import TTSSettings
from pipecat.services.tts_service import TTSService
from pipecat.transports.base_output import BaseOutputTransport
from pipecat.transports.base_transport import TransportParams
from pipecat.turns.user_turn_strategies import ExternalUserTurnStrategies
from pipecat.utils.time import time_now_iso8601
from pipecat.workers.runner import WorkerRunner

sample_rate = 16000
# Seconds that a word is spoken: much slower than it is generated.
word_takes = 0.05


class Mouth(TTSService):
    def __init__(self):
        settings = TTSSettings(model=None, voice=None, language=None)
        super().__init__(sample_rate=sample_rate, push_start_frame=True, push_stop_frames=True, settings=settings)

    async def run_tts(self, text, context_id):
        for _word in text.split():
            silence = bytes(2 * int(word_takes * sample_rate))
            yield TTSAudioRawFrame(silence, sample_rate, 1, context_id=context_id)


class Speaker(BaseOutputTransport):
    async def start(self, frame):
        await super().start(frame)
        await self.set_transport_ready(frame)

    async def write_audio_frame(self, frame):
        await asyncio.sleep(len(frame.audio) / 2 / sample_rate)
        return True


class Ear(FrameProcessor):
    """Hears what was really spoken."""

    def __init__(self):
        super().__init__()
        self.heard = ""

    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        if isinstance(frame, TTSTextFrame):
            self.heard = f"{self.heard} {frame.text}".strip()
        await self.push_frame(frame, direction)


async def get_weather(params):
    await asyncio.sleep(float(os.environ.get("FUNCTION_TAKES_SECONDS", 0.3)))
    await params.result_callback({"city": params.arguments["city"], "weather": "14°, дощ"})


weather = FunctionSchema(
    name="get_weather",
    description="Weather of a city.",
    properties={"city": {"type": "string"}, "when": {"type": "string"}},
    required=["city"],
    handler=get_weather,
)


async def main(turns) -> int:
    retry_after = os.environ.get("RETRY_AFTER_SECONDS")
    llm = OpenAILLMService(
        base_url=os.environ["BRAINSTEM_BASE_URL"],
        api_key=os.environ["BRAINSTEM_API_KEY"],
        settings=OpenAILLMService.Settings(model="claude-sonnet-4-6", system_instruction="Будь стислим."),
        retry_on_timeout=retry_after is not None,
        retry_timeout_secs=float(retry_after or 5),
    )
    context = LLMContext(tools=ToolsSchema(standard_tools=[weather]))
    turn_taking = LLMUserAggregatorParams(user_turn_strategies=ExternalUserTurnStrategies())
    aggregators = LLMContextAggregatorPair(context, user_params=turn_taking)
    speaker = Speaker(TransportParams(audio_out_enabled=True, audio_out_sample_rate=sample_rate))
    ear = Ear()
    worker = PipelineWorker(
        Pipeline([aggregators.user(), llm, Mouth(), speaker, ear, aggregators.assistant()]),
        params=PipelineParams(audio_out_sample_rate=sample_rate),
    )
    runner = WorkerRunner(handle_sigint=True)
    failures, replies = [], []
    silent = asyncio.Event()
    silent.set()

    @aggregators.assistant().event_handler("on_assistant_turn_started")
    async def on_turn(_aggregator):
        silent.clear()

    @aggregators.assistant().event_handler("on_assistant_turn_stopped")
    async def on_turn_end(_aggregator, _message):
        silent.set()

    @worker.event_handler("on_pipeline_error")
    async def on_error(_worker, frame):
        failures.append(frame.error)

    async def until(condition):
        while not condition() and not failures:
            await asyncio.sleep(0.01)

    def calls():
        return sum(message["role"] == "tool" for message in context.get_messages())

    async def converse():
        for turn in turns:
            await worker.queue_frame(ProposedUserStartedSpeakingFrame())
            # The words are known only once they are said; by then the bot is long silent.
            await silent.wait()
            await until(lambda: not aggregators.assistant().has_function_calls_in_progress)
            replies.append(ear.heard)
            ear.heard = ""
            await worker.queue_frame(TranscriptionFrame(turn["say"], "person", time_now_iso8601()))
            await worker.queue_frame(ProposedUserStoppedSpeakingFrame())
            await until(lambda: turn["until"] in ear.heard and calls() >= turn.get("calls", 0))
        replies.append(ear.heard)
        await worker.cancel()

    await runner.add_workers(worker)
    await asyncio.gather(runner.run(), converse())
    for failure in failures:
        print(failure, file=sys.stderr)
    print(json.dumps(replies[1:], ensure_ascii=False))
    return 1 if failures else 0


if __name__ == "__main__":
    logger.remove()
    logger.add(sys.stderr, level=os.environ.get("LOGURU_LEVEL", "WARNING"))
    sys.exit(asyncio.run(main(json.loads(sys.argv[1]))))
