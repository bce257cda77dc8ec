package org.mlsysim.core.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.FleetBuilder;
import org.mlsysim.api.system.NodeBuilder;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.node.PerformanceProfile;
import org.mlsysim.core.node.SingleNodeModel;
import org.mlsysim.core.training.GradientPrecision;
import org.mlsysim.physics.training.ActivationCheckpointing;

/** The training step over random workloads, devices and layouts of the catalogs. */
class DistributedModelPropertyTest {
  private static final List<Workload> WORKLOADS =
      Catalogs.installed().of(Workload.class).all().stream()
          .filter(each -> each.parameterCount().isPresent() || each.modelSize().isPresent())
          .toList();
  private static final List<AttentionWorkload> TRANSFORMERS =
      Catalogs.installed().of(AttentionWorkload.class).all();
  private static final List<HardwareNode> DEVICES =
      Catalogs.installed().of(HardwareNode.class).all();
  private static final List<Fleet> FLEETS = Catalogs.installed().of(Fleet.class).all();

  private final DistributedModel model = new DistributedModel();

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  static LongStream fewSeeds() {
    return LongStream.range(0, 100);
  }

  private static <T> T any(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static double seconds(Optional<Quantity<Time>> time) {
    return in(SECOND, time.orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutModelParallelismTheReplicaIsTheSingleDevice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Workload workload = any(random, WORKLOADS);
    HardwareNode device = any(random, DEVICES);
    int replicas = random.nextInt(4) == 0 ? 1 : 1 << random.nextInt(8);
    int samples = 1 + random.nextInt(64);
    int seqLen = 1 + random.nextInt(8192);
    int zero = random.nextInt(4);
    double efficiency = random.nextDouble(0.05, 1);
    boolean lora = random.nextBoolean();
    boolean causal = random.nextBoolean();
    Precision precision = any(random, List.of(Precision.values()));
    GradientPrecision gradients = any(random, List.of(GradientPrecision.values()));
    ActivationCheckpointing strategy =
        any(random, List.of(ActivationCheckpointing.SELECTIVE, ActivationCheckpointing.FULL));
    Fleet fleet =
        new FleetBuilder()
            .name("replicas")
            .node(
                new NodeBuilder()
                    .name("node")
                    .accelerator(device)
                    .acceleratorsPerNode(1)
                    .intraNodeBw(of(1e11, BYTE_PER_SECOND))
                    .build())
            .count(replicas)
            .fabric("InfiniBand_NDR")
            .build();

    PerformanceProfile alone =
        new SingleNodeModel()
            .resolve(
                SingleNodeModel.Inputs.builder()
                    .model(workload)
                    .hardware(device)
                    .batchSize(samples)
                    .precision(precision)
                    .efficiency(efficiency)
                    .isTraining(true)
                    .seqLen(seqLen)
                    .zeroStage(zero)
                    .dpSize(replicas)
                    .isLora(lora)
                    .activationCheckpointing(strategy)
                    .gradientPrecision(gradients)
                    .causalAttention(causal)
                    .build());
    DistributedResult result =
        model.resolve(
            DistributedModel.Inputs.builder()
                .model(workload)
                .fleet(fleet)
                .batchSize(samples * replicas)
                .precision(precision)
                .efficiency(efficiency)
                .seqLen(seqLen)
                .zeroStage(zero)
                .isLora(lora)
                .activationCheckpointing(strategy)
                .gradientPrecision(gradients)
                .causalAttention(causal)
                .build());

    assertThat(result.nodeProfile().orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("constraintTrace", "caveats")
        .isEqualTo(alone);
    if (replicas == 1) {
      assertThat(seconds(result.stepLatencyTotal())).isEqualTo(in(SECOND, alone.latency()));
    }
  }

  /** A layout of a transformer whose degrees divide the fleet; it need not exist. */
  private static DistributedModel.Inputs layout(SplittableRandom random) {
    Fleet fleet = any(random, FLEETS);
    long left = fleet.acceleratorTotal();
    int tp = degree(random, left, 8);
    int pp = degree(random, left / tp, 16);
    int cp = degree(random, left / tp / pp, 4);
    return DistributedModel.Inputs.builder()
        .model(any(random, TRANSFORMERS))
        .fleet(fleet)
        .batchSize(1 << random.nextInt(14))
        .tpSize(tp)
        .ppSize(pp)
        .cpSize(cp)
        .microbatchCount(1 << random.nextInt(6))
        .vStages(1 + random.nextInt(3))
        .seqLen(1024 << random.nextInt(4))
        .zeroStage(random.nextInt(4))
        .overlapComm(random.nextBoolean())
        .stragglerFactor(random.nextDouble(1, 1.2))
        .congestionFactor(random.nextDouble(1, 2))
        .sequenceParallel(random.nextBoolean())
        .build();
  }

  /** A power of two up to a limit that divides the ranks left. */
  private static int degree(SplittableRandom random, long left, int most) {
    int degree = 1;
    while (degree < most && left % (2L * degree) == 0 && random.nextBoolean()) {
      degree *= 2;
    }
    return degree;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatAStepWaitsForAddsUpToTheStep(long seed) {
    DistributedModel.Inputs inputs = layout(new SplittableRandom(seed));
    DistributedResult result = model.resolve(inputs);

    if (result.nodeProfile().isEmpty()) {
      assertThat(result.stepLatencyTotal()).isEmpty();
      assertThat(result.reasons()).hasSameSizeAs(result.infeasibleReasons());
      return;
    }
    double step = seconds(result.stepLatencyTotal());
    double parts =
        in(SECOND, result.nodeProfile().orElseThrow().latency())
            + seconds(result.tpCommunicationLatency())
            + seconds(result.epCommunicationLatency())
            + seconds(result.cpExposedLatency())
            + seconds(result.ppExposedLatency())
            + seconds(result.dpExposedLatency())
            + seconds(result.pipelineBubbleLatency())
            + seconds(result.stragglerLatency());
    double explained =
        model.explain(inputs, result).get(0).terms().stream()
            .mapToDouble(term -> term.value())
            .sum();

    assertThat(parts).isCloseTo(step, within(1e-12 * step));
    assertThat(explained).isCloseTo(step, within(1e-12 * step));
    assertThat(result.mfu().orElseThrow()).isLessThanOrEqualTo(inputs.efficiency());
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void fasterFabricsAndOverlapNeverHurt(long seed) {
    DistributedModel.Inputs inputs = layout(new SplittableRandom(seed));
    DistributedResult result = model.resolve(inputs);
    if (result.stepLatencyTotal().isEmpty()) {
      return;
    }
    Fleet fleet = inputs.fleet();
    Fleet faster =
        FleetBuilder.from(fleet)
            .fabric(
                org.mlsysim.api.system.NetworkFabricBuilder.from(fleet.fabric())
                    .bandwidth(
                        of(in(BYTE_PER_SECOND, fleet.fabric().bandwidth()) * 2, BYTE_PER_SECOND))
                    .build())
            .build();
    double step = seconds(result.stepLatencyTotal());

    double onFaster =
        seconds(
            model
                .resolve(DistributedModelInputsBuilder.from(inputs).fleet(faster).build())
                .stepLatencyTotal());
    double overlapped =
        seconds(
            model
                .resolve(DistributedModelInputsBuilder.from(inputs).overlapComm(true).build())
                .stepLatencyTotal());

    assertThat(onFaster).isLessThanOrEqualTo(step * (1 + 1e-12));
    assertThat(overlapped).isLessThanOrEqualTo(step * (1 + 1e-12));
  }
}
