package org.mlsysim.physics.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.physics.serving.Examples.B200;
import static org.mlsysim.physics.serving.Examples.FP16;
import static org.mlsysim.physics.serving.Examples.H100;
import static org.mlsysim.physics.serving.Examples.H200;
import static org.mlsysim.physics.serving.Examples.LLAMA3_70B;
import static org.mlsysim.physics.serving.Examples.LLAMA3_8B;
import static org.mlsysim.physics.serving.Examples.MAMBA_2_8B;
import static org.mlsysim.physics.serving.Examples.MIXTRAL_8X7B;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlsysim.physics.node.DeviceForm;

class ServingTest {
  private static final double EFFICIENCY = 0.5;

  @Test
  void aBatchOnOneNodeMatchesTheWorkedExample() {
    // Specification, ServingModel, example 1.
    Serving.Result result =
        Serving.solve(ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 2048, 4));

    assertClose(result.ttft(), 0.2752775561397452);
    assertClose(result.itl(), 0.005434549798208955);
    assertThat(result.cacheBytes()).isEqualTo(1_073_741_824.0);
    assertThat(result.weightBytes()).isEqualTo(1.606e10);
    assertThat(result.memoryRequired()).isEqualTo(17_133_741_824.0);
    assertClose(result.memoryUtilization(), 0.19946300685405732);
    assertThat(result.prefillMemoryUtilization()).isNaN();
    assertThat(result.longestChunk()).isNaN();
    assertThat(result.chunks()).isEqualTo(1.0);
    assertThat(result.feasible()).isTrue();
  }

  @Test
  void aCachedPrefixInChunksMatchesTheWorkedExample() {
    // Specification, ServingModel, example 2: 1536 new tokens in chunks of 500.
    Serving.Result result =
        Serving.solve(
            ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 2048, 1)
                .withCachedPrefix(512)
                .withChunks(500));

    assertClose(result.ttft(), 0.056917066175326804);
    assertClose(result.itl(), 0.00519415983761194);
    assertThat(result.chunks()).isEqualTo(4.0);
    assertClose(result.longestChunk(), 0.017502695102123357);
    assertThat(result.prefixHitRatio()).isEqualTo(0.25);
  }

  @Test
  void disaggregationMatchesTheWorkedExample() {
    // Specification, ServingModel, example 3.
    Serving.Result result =
        Serving.solve(
            ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 4096, 2)
                .withDecodeDevice(H200, 50e9));

    assertClose(result.ttft(), 0.30564631883026894);
    assertClose(result.itl(), 0.0038895295466666664);
    assertClose(result.memoryUtilization(), 0.11317050034272755);
    assertClose(result.prefillMemoryUtilization(), 0.19946300685405732);
    assertThat(result.ttft()).isEqualTo(result.prefill().time() + result.cacheTransfer());
  }

  @Test
  void aDraftMatchesTheWorkedExample() {
    // Specification, ServingModel, example 4.
    ServingForm plain = ServingForm.of(LLAMA3_70B, B200, FP16, EFFICIENCY, 4096, 2);
    Serving.Result result = Serving.solve(plain.withDraft(LLAMA3_8B, 0.8));

    assertClose(result.ttft(), 1.068088768987591);
    assertClose(result.itl(), 0.008517496201808663);
    assertClose(Serving.solve(plain).itl(), 0.01878554432);
    assertThat(result.memoryRequired()).isEqualTo(161_018_096_384.0);
    assertClose(result.memoryUtilization(), 0.8331099338001675);
  }

  @Test
  void aStateSpaceModelMatchesTheWorkedExample() {
    // Specification, ServingModel, example 5.
    Serving.Result result =
        Serving.solve(ServingForm.of(MAMBA_2_8B, H100, FP16, EFFICIENCY, 4096, 4));

    assertClose(result.ttft(), 0.1861917593528817);
    assertClose(result.itl(), 0.002342942567164179);
    assertThat(result.cacheBytes()).isEqualTo(52_428_800.0);
  }

  @Test
  void aOneTokenPromptStillReadsTheWeights() {
    // Decisions, section 5: the dispatch tax is all that lies between the two.
    Serving.Result result = Serving.solve(ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 1, 1));

    assertClose(result.ttft(), 0.005124068976716418);
    assertClose(result.itl(), 0.005114068976716418);
  }

  @Test
  void aLargeBatchDecodesAtTheComputeRoof() {
    // Decisions, section 5: batch 2048 at 128 tokens.
    Serving.Result result =
        Serving.solve(ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 128, 2048));

    assertClose(result.itl(), 0.06711134267638423);
    assertThat(result.decode().computeTime()).isGreaterThan(result.decode().memoryTime());
  }

  @Test
  void expertsPrefillTheirActiveParameters() {
    // Decisions, section 5: Mixtral on H200.
    Serving.Result result =
        Serving.solve(ServingForm.of(MIXTRAL_8X7B, H200, FP16, EFFICIENCY, 2048, 1));

    assertClose(result.ttft(), 0.10940565546567442);
    assertClose(result.itl(), 0.005750924053333333);
  }

  @Test
  void eitherNodeCanBeTooSmall() {
    DeviceForm small = DeviceForm.of(989e12, 1e10, 3.35e12);
    ServingForm form = ServingForm.of(LLAMA3_8B, H100, FP16, EFFICIENCY, 2048, 1);

    assertThat(Serving.solve(form.withDecodeDevice(small, 1e11)).feasible()).isFalse();
    assertThat(
            Serving.solve(
                    ServingForm.of(LLAMA3_8B, small, FP16, EFFICIENCY, 2048, 1)
                        .withDecodeDevice(H100, 1e11))
                .feasible())
        .isFalse();
    assertThat(Serving.solve(form.withDecodeDevice(H200, 1e11)).feasible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void chunksDoTheWorkOfTheWholePromptAndReadTheWeightsOftener(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double cached = random.nextInt(4096);
    double tokens = 1 + random.nextInt(8192);
    double batch = 1 + random.nextInt(32);
    double chunk = 1 + random.nextInt(2048);

    Prefill.Result whole =
        Prefill.solve(LLAMA3_8B, H100, FP16, EFFICIENCY, batch, tokens, cached, Double.NaN);
    Prefill.Result chunked =
        Prefill.solve(LLAMA3_8B, H100, FP16, EFFICIENCY, batch, tokens, cached, chunk);

    assertThat(chunked.ops())
        .as("seed %d", seed)
        .isCloseTo(whole.ops(), within(1e-9 * whole.ops()));
    assertThat(chunked.chunks()).as("seed %d", seed).isEqualTo(Math.ceil(tokens / chunk));
    assertThat(chunked.bytes()).as("seed %d", seed).isGreaterThanOrEqualTo(whole.bytes());
    assertThat(chunked.time())
        .as("seed %d", seed)
        .isGreaterThanOrEqualTo(whole.time() * (1 - 1e-12));
    assertThat(chunked.longestChunk()).as("seed %d", seed).isLessThanOrEqualTo(whole.time());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theClosedSumEqualsTheSumChunkByChunk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // Rates around the balance of a chunk, so that memory and compute change places.
    double peak = 1e13 * Math.exp(5 * random.nextDouble());
    double bandwidth = peak / (10 + 1000 * random.nextDouble());
    DeviceForm device = DeviceForm.of(peak, 1e12, bandwidth);
    double tokens = 1 + random.nextInt(50_000);
    double chunk = 1 + random.nextInt(512);

    double time = 0.0;
    double longest = 0.0;
    for (double done = 0; done < tokens; done += chunk) {
      double size = Math.min(chunk, tokens - done);
      double one =
          Prefill.solve(MIXTRAL_8X7B, device, FP16, EFFICIENCY, 2, size, done, Double.NaN).time();
      time += one;
      longest = Math.max(longest, one);
    }
    Prefill.Result result =
        Prefill.solve(MIXTRAL_8X7B, device, FP16, EFFICIENCY, 2, tokens, 0, chunk);

    assertThat(result.time()).as("seed %d", seed).isCloseTo(time, within(1e-10 * time));
    assertThat(result.longestChunk())
        .as("seed %d", seed)
        .isCloseTo(longest, within(1e-12 * longest));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aFirstTokenNeverComesBeforeAnotherOneWould(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    // Memory-bound at any prompt: batches below the ridge.
    ServingForm form =
        ServingForm.of(
            LLAMA3_8B,
            H100,
            FP16,
            0.1 + 0.9 * random.nextDouble(),
            1 + random.nextInt(16_384),
            1 + random.nextInt(8));

    Serving.Result result = Serving.solve(form);

    assertThat(result.ttft()).as("seed %d", seed).isGreaterThanOrEqualTo(result.itl());
  }

  @Test
  void acceptedTokensAreAGeometricSeries() {
    // By hand: 1 + 0.5 + 0.25 + 0.125 + 0.0625.
    assertThat(SpeculativeDecoding.tokensPerRound(0.5)).isEqualTo(1.9375);
    assertThat(SpeculativeDecoding.tokensPerRound(0.0)).isEqualTo(1.0);
    assertThat(SpeculativeDecoding.tokensPerRound(1.0)).isEqualTo(5.0);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }
}
