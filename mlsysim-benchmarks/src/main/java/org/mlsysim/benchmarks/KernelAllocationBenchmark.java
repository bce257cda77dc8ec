package org.mlsysim.benchmarks;

import java.util.concurrent.TimeUnit;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.core.form.Forms;
import org.mlsysim.hardware.Hardware;
import org.mlsysim.models.Models;
import org.mlsysim.physics.economics.Placement;
import org.mlsysim.physics.facility.PowerChain;
import org.mlsysim.physics.network.AllReduceTopology;
import org.mlsysim.physics.network.Collectives;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.network.Topology;
import org.mlsysim.physics.node.Attention;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.KvCache;
import org.mlsysim.physics.node.NodeProfile;
import org.mlsysim.physics.node.Roofline;
import org.mlsysim.physics.node.SingleNode;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.queueing.ErlangC;
import org.mlsysim.physics.queueing.Kingman;
import org.mlsysim.physics.queueing.SojournTime;
import org.mlsysim.physics.queueing.TailLatency;
import org.mlsysim.physics.reliability.CheckpointInterval;
import org.mlsysim.physics.reliability.FailureRate;
import org.mlsysim.physics.serving.SpeculativeDecoding;
import org.mlsysim.physics.training.ActivationCheckpointing;
import org.mlsysim.physics.training.ActivationMemory;
import org.mlsysim.physics.training.Optimizer;
import org.mlsysim.physics.training.ParallelLayout;
import org.mlsysim.physics.training.PipelineSchedule;
import org.mlsysim.physics.training.TrainingPlan;
import org.mlsysim.physics.training.ZeroExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One law of each family, to be run with {@code -prof gc}.
 *
 * <p>{@code law...} are static laws and show 0 B/op; {@code form...} are plain forms and show their
 * one result record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelAllocationBenchmark {
  private final WorkloadForm workload = Forms.workload(Models.Language.LLAMA3_8B);
  private final DeviceForm device = Forms.device(Hardware.Cloud.H100, Precision.FP16);
  private final FleetForm fleet = new FleetForm(32, 8, 8, 450e9, 3e-6, 50e9, 5e-6, 1);
  private final ParallelLayout layout = new ParallelLayout(8, 1, 1, 1, 32, 1, 1, 1);
  private final TrainingPlan plan =
      new TrainingPlan(
          2048,
          true,
          2,
          4,
          Optimizer.ADAM,
          ActivationCheckpointing.SELECTIVE,
          1,
          2,
          true,
          0.5,
          0.1,
          TrainingPlan.DEFAULT_BUFFER_FRACTION);

  // Not final: a constant would be folded away with the law.
  private double bytes = 1e9;
  private double ranks = 256;
  private double bandwidth = 50e9;
  private double latency = 5e-6;
  private double batch = 8;
  private double load = 6.5;
  private int servers = 8;
  private double service = 0.1;
  private double mtbf = 1e5;
  private double power = 700;

  /** Roofline. */
  @Benchmark
  public double lawRoofline() {
    return Roofline.attainable(bytes, bandwidth, batch);
  }

  /** KV cache of a batch. */
  @Benchmark
  public double lawKvCache() {
    return KvCache.bytes(32, KvCache.elementsPerToken(8, 128), 2048, batch, 2);
  }

  /** Attention work of a prefill. */
  @Benchmark
  public double lawAttention() {
    return Attention.flops(32, 32, Attention.prefillWidth(128, 0), ranks, ranks, true);
  }

  /** Ring, tree and hierarchical all-reduce. */
  @Benchmark
  public double lawCollectives() {
    return Collectives.ringAllReduce(bytes, ranks, bandwidth, latency)
        + Collectives.treeAllReduce(bytes, ranks, bandwidth, latency)
        + Collectives.hierarchicalAllReduce(bytes, ranks, 8, 9 * bandwidth, 0, bandwidth, latency);
  }

  /** Bisection of a fabric. */
  @Benchmark
  public double lawTopology() {
    return Topology.effectiveBandwidth(
        bandwidth, Topology.bisectionFraction(Topology.Shape.FAT_TREE, servers), 1);
  }

  /** Bubble and micro-batches in flight of a pipeline. */
  @Benchmark
  public double lawPipelineSchedule() {
    return PipelineSchedule.bubble(service, batch, ranks, 2)
        + PipelineSchedule.inFlight(batch, ranks, 2);
  }

  /** Exchange of ZeRO stage 2. */
  @Benchmark
  public double lawZeroExchange() {
    return ZeroExchange.time(workload, plan, layout, fleet, AllReduceTopology.AUTOMATIC);
  }

  /** Activations of a layer. */
  @Benchmark
  public double lawActivationMemory() {
    return ActivationMemory.perLayer(
        ActivationCheckpointing.SELECTIVE, 2048, 2048, batch, 4096, 32, 2, 8, true);
  }

  /** Erlang C: the probability to wait. */
  @Benchmark
  public double lawErlangC() {
    return ErlangC.waitProbability(load, servers);
  }

  /** P99 of the stay in a queue. */
  @Benchmark
  public double lawSojournTime() {
    return SojournTime.quantile(TailLatency.P99_TAIL, 0.4, 15, service, 0.5);
  }

  /** Kingman's ratio of wait to service. */
  @Benchmark
  public double lawKingman() {
    return Kingman.waitRatio(Kingman.variability(1, service), load / servers);
  }

  /** Failure rate of a node. */
  @Benchmark
  public double lawFailureRate() {
    return FailureRate.meanTimeBetweenFailures(FailureRate.ofNode(8, 8, 2, mtbf, mtbf, mtbf));
  }

  /** Power from the accelerator to the facility. */
  @Benchmark
  public double lawPowerChain() {
    return PowerChain.facility(
        PowerChain.itPower(PowerChain.devicePower(power, service), 1.2), 1.1);
  }

  /** Two regions by cost and priced carbon. */
  @Benchmark
  public int lawPlacement() {
    return Placement.compare(
        Placement.objective(bytes, ranks, Placement.DEFAULT_CARBON_PRICE), ranks, bytes, batch);
  }

  /** Tokens of a round of speculative decoding. */
  @Benchmark
  public double lawSpeculativeDecoding() {
    return SpeculativeDecoding.tokensPerRound(service);
  }

  /** Plain form of a pass on one device. */
  @Benchmark
  public NodeProfile formSingleNode() {
    return SingleNode.inference(workload, device, 2, batch, 0.5, 0, 0.1);
  }

  /** Plain form of a queue's tail. */
  @Benchmark
  public TailLatency.Result formTailLatency() {
    return TailLatency.solve(load / service, service, servers, 1);
  }

  /** Plain form of the best time between checkpoints. */
  @Benchmark
  public CheckpointInterval.Schedule formCheckpointInterval() {
    return CheckpointInterval.of(60, mtbf);
  }

  /** Plain form of two utilisations compared. */
  @Benchmark
  public Kingman.Comparison formKingman() {
    return Kingman.compare(service, 1, 1, 0.5, 0.9, 1);
  }

  /** Plain form of a facility's power. */
  @Benchmark
  public PowerChain.Account formPowerChain() {
    return PowerChain.account(ranks, power, 1.2, 1.1);
  }
}
