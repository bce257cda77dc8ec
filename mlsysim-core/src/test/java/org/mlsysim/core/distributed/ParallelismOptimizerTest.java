package org.mlsysim.core.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Search;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.FleetBuilder;
import org.mlsysim.api.system.NodeBuilder;
import org.mlsysim.core.distributed.ParallelismOptimizer.Candidate;
import org.mlsysim.core.distributed.ParallelismOptimizer.Config;

/** The best split: examples of the specification, brute force, and spaces without any. */
class ParallelismOptimizerTest {
  private final ParallelismOptimizer optimizer = new ParallelismOptimizer();

  private static ParallelismOptimizerInputsBuilder llama70b() {
    return ParallelismOptimizer.Inputs.builder()
        .model("Llama3_70B")
        .fleet("Training_512_H100")
        .batchSize(512)
        .seqLen(4096);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @Test
  void theBestSplitOf512AcceleratorsIsThatOfTheSpecification() {
    ParallelismResult result = optimizer.resolve(llama70b().build());

    assertThat(result.bestConfig()).contains(new Config(8, 16, 4, 1, 1, 128));
    assertThat(result.objectiveValue().orElseThrow()).isCloseTo(0.36308534147, within(1e-11));
    assertThat(in(PER_SECOND, result.bestThroughput().orElseThrow()))
        .isCloseTo(102.082783355, within(1e-9));
    assertThat(in(SECOND, result.bestStepTime().orElseThrow()))
        .isCloseTo(5.0155372255, within(1e-10));
    assertThat(result.searchSpaceSize()).isEqualTo(154);
    assertThat(result.totalSearched()).isEqualTo(26);
    assertThat(result.topCandidates())
        .extracting(candidate -> candidate.config())
        .containsExactly(
            new Config(8, 16, 4, 1, 1, 128),
            new Config(8, 8, 8, 1, 1, 64),
            new Config(4, 16, 8, 1, 1, 64),
            new Config(8, 4, 16, 1, 1, 32),
            new Config(4, 8, 16, 1, 1, 32));
  }

  @Test
  void theBestUtilisationIsWorkOverTimeAndPeak() {
    ParallelismOptimizer.Inputs inputs = llama70b().activationRecomputation(true).build();
    ParallelismResult result = optimizer.resolve(inputs);

    Explanation explanation = optimizer.explain(inputs, result).get(0);

    double[] terms = explanation.terms().stream().mapToDouble(Explanation.Term::value).toArray();
    assertThat(explanation.value()).isEqualTo(result.objectiveValue().orElseThrow());
    assertThat(terms[0] * terms[1] / (terms[2] * terms[3] * terms[4]))
        .isCloseTo(explanation.value(), within(1e-15));
    assertThat(
            explanation.terms().get(2).terms().stream().mapToDouble(Explanation.Term::value).sum())
        .isCloseTo(in(SECOND, result.bestStepTime().orElseThrow()), within(1e-13));
  }

  @Test
  void aCapOfZeroIsNoCap() {
    ParallelismResult capped = optimizer.resolve(llama70b().maxTp(0).maxPp(0).maxCp(0).build());

    assertThat(capped).isEqualTo(optimizer.resolve(llama70b().build()));
  }

  @Test
  void threadsDoNotChangeTheResult() {
    ParallelismOptimizer.Inputs inputs =
        llama70b().model("Mixtral_8x7B").fleet("Research_256").maxCp(8).zeroStage(1).build();

    ParallelismResult together = optimizer.resolve(inputs);
    ParallelismResult alone = optimizer.resolve(inputs, Search.installed().sequential());

    assertThat(together.searchSpaceSize()).isGreaterThan(1024);
    assertThat(alone).isEqualTo(together);
  }

  @Test
  void aModelThatFitsNowhereIsAResultWithItsReason() {
    ParallelismResult result =
        optimizer.resolve(
            llama70b().model("Llama3_405B").fleet("Lab_64_H100").batchSize(64).build());

    // The specification's counts: 102 valid layouts, none of which fits.
    assertThat(result.feasible()).isFalse();
    assertThat(result.infeasibleReasons()).containsExactly(InfeasibleReason.MEMORY);
    assertThat(result.searchSpaceSize()).isEqualTo(102);
    assertThat(result.totalSearched()).isZero();
    assertThat(result.bestConfig()).isEmpty();
    assertThat(result.objectiveValue()).isEmpty();
    assertThat(result.topCandidates()).isEmpty();
    assertThat(result.reasons()).hasSize(1);
  }

  @Test
  void aBatchSmallerThanAnySplitLeavesNoLayout() {
    ParallelismResult result =
        optimizer.resolve(llama70b().model("Llama3_8B").batchSize(1).maxTp(1).maxPp(1).build());

    assertThat(result.infeasibleReasons()).containsExactly(InfeasibleReason.NO_VALID_LAYOUT);
    assertThat(result.searchSpaceSize()).isZero();
  }

  @Test
  void aSearchCanBeGivenUp() {
    assertThatThrownBy(
            () -> optimizer.resolve(llama70b().build(), Search.installed().cancelledBy(() -> true)))
        .isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noLayoutBeatsTheBest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Fleet fleet = fleet(1 + random.nextInt(6), 1 + random.nextInt(8));
    ParallelismOptimizer.Inputs inputs =
        llama70b()
            .model(random.nextBoolean() ? "Mixtral_8x7B" : "Llama3_8B")
            .fleet(fleet)
            .batchSize(1 + random.nextInt(96))
            .seqLen(1024)
            .zeroStage(random.nextInt(4))
            .maxTp((int) fleet.acceleratorTotal())
            .maxCp(4)
            .build();

    List<Candidate> all = bruteForce(inputs);
    ParallelismResult result = optimizer.resolve(inputs);

    assertThat(result.totalSearched()).isEqualTo(all.size());
    if (all.isEmpty()) {
      assertThat(result.feasible()).isFalse();
      return;
    }
    double best = all.stream().mapToDouble(Candidate::mfu).max().orElseThrow();
    assertThat(result.bestMfu().orElseThrow()).isCloseTo(best, within(1e-12 * best));
    assertThat(all).contains(result.topCandidates().get(0));
    assertThat(result.topCandidates())
        .isSortedAccordingTo(Comparator.comparingDouble(candidate -> -candidate.mfu()));
  }

  private static Fleet fleet(int nodes, int acceleratorsPerNode) {
    return new FleetBuilder()
        .name("small")
        .node(
            new NodeBuilder()
                .name("node")
                .accelerator("H200")
                .acceleratorsPerNode(acceleratorsPerNode)
                .intraNodeBw(of(450e9, BYTE_PER_SECOND))
                .build())
        .count(nodes)
        .fabric("InfiniBand_NDR")
        .build();
  }

  /** Every combination of whole numbers that the step's own model takes and finds feasible. */
  private static List<Candidate> bruteForce(ParallelismOptimizer.Inputs inputs) {
    DistributedModel step = new DistributedModel();
    boolean sparse = inputs.model().id().equals("Mixtral_8x7B");
    int n = (int) inputs.fleet().acceleratorTotal();
    List<Candidate> found = new ArrayList<>();
    for (int tp : divisors(n)) {
      for (int pp : divisors(n / tp)) {
        for (int ep : sparse ? divisors(gcd(n / tp / pp, 8)) : new int[] {1}) {
          for (int cp : divisors(gcd(n / tp / pp / ep, 4))) {
            int dp = n / tp / pp / ep / cp;
            int samples = (inputs.batchSize() + dp * ep - 1) / (dp * ep);
            for (int m : dp * ep <= inputs.batchSize() ? divisors(samples) : new int[0]) {
              DistributedResult result =
                  step.resolve(
                      DistributedModel.Inputs.builder()
                          .model(inputs.model())
                          .fleet(inputs.fleet())
                          .batchSize(inputs.batchSize())
                          .seqLen(inputs.seqLen())
                          .zeroStage(inputs.zeroStage())
                          .overlapComm(true)
                          .tpSize(tp)
                          .ppSize(pp)
                          .epSize(ep)
                          .cpSize(cp)
                          .microbatchCount(m)
                          .build());
              candidate(result, new Config(tp, pp, dp, ep, cp, m)).ifPresent(found::add);
            }
          }
        }
      }
    }
    return found;
  }

  private static Optional<Candidate> candidate(DistributedResult result, Config config) {
    return result.feasible()
        ? Optional.of(
            new Candidate(
                config,
                result.mfu().orElseThrow(),
                result.effectiveThroughput().orElseThrow(),
                result.stepLatencyTotal().orElseThrow()))
        : Optional.empty();
  }

  private static int[] divisors(int number) {
    return IntStream.rangeClosed(1, number).filter(each -> number % each == 0).toArray();
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
