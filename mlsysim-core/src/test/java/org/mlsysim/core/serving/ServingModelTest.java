package org.mlsysim.core.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import org.junit.jupiter.api.Test;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.core.serving.ServingModel.ServingResult;

/** Numbers are the worked examples of the specification unless a comment says otherwise. */
class ServingModelTest {
  private static final double DIGITS = 1e-14;

  private final ServingModel model = new ServingModel();

  private static ServingModelInputsBuilder llama8bOnH100(int seqLen) {
    return ServingModel.Inputs.builder().model("Llama3_8B").hardware("H100").seqLen(seqLen);
  }

  private ServingResult serve(ServingModelInputsBuilder inputs) {
    return model.resolve(inputs.build());
  }

  private static double ttft(ServingResult result) {
    return in(SECOND, result.ttft());
  }

  private static double itl(ServingResult result) {
    return in(SECOND, result.itl());
  }

  @Test
  void aBatchIsPrefilledByArithmeticAndDecodedByTraffic() {
    ServingResult result = serve(llama8bOnH100(2048).batchSize(4));

    assertThat(ttft(result)).isCloseTo(0.2752775561397452, within(DIGITS));
    assertThat(itl(result)).isCloseTo(0.005434549798208955, within(DIGITS));
    assertThat(in(BYTE, result.totalMemoryRequired())).isEqualTo(17_133_741_824.0);
    assertThat(result.memoryUtilization()).isCloseTo(0.19946300685405732, within(DIGITS));
    assertThat(result.prefillChunks()).isEqualTo(1);
    assertThat(result.prefillChunkTime()).isEmpty();
    assertThat(result.prefillMemoryUtilization()).isEmpty();
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void aCachedPrefixInChunksStallsDecodingByOneChunk() {
    ServingResult result = serve(llama8bOnH100(2048).cachedPrefixLen(512).prefillChunkTokens(500));

    assertThat(ttft(result)).isCloseTo(0.056917066175326804, within(DIGITS));
    assertThat(result.prefillChunks()).isEqualTo(4);
    assertThat(in(SECOND, result.prefillChunkTime().orElseThrow()))
        .isCloseTo(0.017502695102123357, within(DIGITS));
    assertThat(result.decodeStallBound()).isEqualTo(result.prefillChunkTime());
    assertThat(result.promptCacheHitRatio()).isEqualTo(0.25);
  }

  @Test
  void anotherNodeDecodesOnceTheCacheHasMoved() {
    ServingResult result =
        serve(llama8bOnH100(4096).batchSize(2).decodeHardware("H200").networkBandwidth("50 GB/s"));

    assertThat(ttft(result)).isCloseTo(0.30564631883026894, within(DIGITS));
    assertThat(itl(result)).isCloseTo(0.0038895295466666664, within(DIGITS));
    assertThat(result.memoryUtilization()).isCloseTo(0.11317050034272755, within(DIGITS));
    assertThat(result.prefillMemoryUtilization().orElseThrow())
        .isCloseTo(0.19946300685405732, within(DIGITS));
  }

  @Test
  void aDraftProposesTokens() {
    ServingModelInputsBuilder alone =
        ServingModel.Inputs.builder()
            .model("Llama3_70B")
            .hardware("B200")
            .seqLen(4096)
            .batchSize(2);
    double without = itl(serve(alone));

    ServingResult result = serve(alone.draftModel("Llama3_8B").draftAcceptanceRate(0.8));

    assertThat(without).isCloseTo(0.01878554432, within(DIGITS));
    assertThat(itl(result)).isCloseTo(0.008517496201808663, within(DIGITS));
    assertThat(in(BYTE, result.totalMemoryRequired())).isEqualTo(161_018_096_384.0);
    assertThat(result.caveats()).anyMatch(text -> text.contains("draft"));
  }

  @Test
  void aStateSpaceModelKeepsAStateWhateverTheLength() {
    ServingResult result =
        serve(
            ServingModel.Inputs.builder()
                .model("Mamba_2_8B")
                .hardware("H100")
                .seqLen(4096)
                .batchSize(4));

    assertThat(ttft(result)).isCloseTo(0.1861917593528817, within(DIGITS));
    assertThat(in(BYTE, result.kvCacheSize())).isEqualTo(52_428_800.0);
  }

  @Test
  void whatDoesNotFitIsTimedAndNamesTheNode() {
    ServingResult decoding = serve(llama8bOnH100(2048).model("Llama3_70B").decodeHardware("H200"));

    // 141.2 GB of weights: too much for 80 GiB, not for 141 GiB, by hand.
    assertThat(decoding.feasible()).isFalse();
    assertThat(decoding.reasons())
        .singleElement()
        .asString()
        .contains("Llama3_70B", "on H100", "141.8");
    assertThat(itl(decoding)).isPositive();
  }

  @Test
  void aPrefixAsLongAsThePromptIsRefused() {
    assertThatThrownBy(() -> serve(llama8bOnH100(2048).cachedPrefixLen(2048)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cached_prefix_len is 2048, but seq_len is 2048");
  }

  @Test
  void aModelWithoutCacheIsRefusedByThePortItCameThrough() {
    assertThatThrownBy(() -> serve(llama8bOnH100(128).model("ResNet50")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model is ResNet50")
        .hasMessageContaining("neither a KV cache nor a state");
    assertThatThrownBy(() -> serve(llama8bOnH100(128).draftModel("ResNet50")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("draft_model is ResNet50");
  }

  @Test
  void aMissingRateOfEitherNodeIsToldAsACaveat() {
    ServingResult result =
        serve(llama8bOnH100(128).decodeHardware("A100").precision(Precision.FP8).efficiency(0.7));

    assertThat(result.caveats())
        .anyMatch(text -> text.contains("0.7"))
        .anyMatch(text -> text.contains("A100 states no fp8 rate"))
        .noneMatch(text -> text.contains("H100 states"));
  }

  @Test
  void theExplanationOfATokenAddsUp() {
    ServingModel.Inputs inputs = llama8bOnH100(2048).batchSize(4).build();

    Explanation itl = model.explain(inputs, model.resolve(inputs)).get(1);

    Term step = itl.terms().get(0);
    assertThat(itl.port()).isEqualTo("itl");
    assertThat(step.value()).isEqualTo(itl.value());
    assertThat(
            Math.max(step.terms().get(0).value(), step.terms().get(1).value())
                + step.terms().get(2).value())
        .isEqualTo(itl.value());
  }
}
